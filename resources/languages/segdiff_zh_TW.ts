<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>segdiff</name>
        <message>
            <source> or </source>
            <translation> 或 </translation>
        </message>
        <message>
            <source>(1 − T)^e</source>
            <translation>(1 − T)^e</translation>
        </message>
        <message>
            <source>(1+β²)·TP / ((1+β²)·TP + FP + β²·FN)</source>
            <translation>(1+β²)·TP / ((1+β²)·TP + FP + β²·FN)</translation>
        </message>
        <message>
            <source>(4p·TP − 2g·Q)/Q² with Q = Σp² + Σg²: it vanishes on background voxels that are given nothing.</source>
            <translation>(4p·TP − 2g·Q)/Q²，其中 Q = Σp² + Σg²：機率為 0 的背景體素，梯度也是 0。</translation>
        </message>
        <message>
            <source>(TP + FN) · voxel volume</source>
            <translation>(TP + FN) · 體素體積</translation>
        </message>
        <message>
            <source>(TP + FP) · voxel volume</source>
            <translation>(TP + FP) · 體素體積</translation>
        </message>
        <message>
            <source>(p − g)/(p(1 − p))/N by the probability, simply (p − g)/N by the logit: each voxel by itself.</source>
            <translation>對機率是 (p − g)/(p(1 − p))/N，對 logit 就是 (p − g)/N：每個體素各自獨立。</translation>
        </message>
        <message>
            <source>(|d(P→T) ≤ τ| + |d(T→P) ≤ τ|) / (|∂P| + |∂T|)</source>
            <translation>(|d(P→T) ≤ τ| + |d(T→P) ≤ τ|) / (|∂P| + |∂T|)</translation>
        </message>
        <message>
            <source>(Σ d(P→T) + Σ d(T→P)) / (|∂P| + |∂T|)</source>
            <translation>(Σ d(P→T) + Σ d(T→P)) / (|∂P| + |∂T|)</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>1 − 2·TP / (2·TP + FP + FN)</source>
            <translation>1 − 2·TP / (2·TP + FP + FN)</translation>
        </message>
        <message>
            <source>1 − 2·Σ w·Σpg / Σ w·Σ(p + g),  w = 1/(Σg)²</source>
            <translation>1 − 2·Σ w·Σpg / Σ w·Σ(p + g),  w = 1/(Σg)²</translation>
        </message>
        <message>
            <source>1 − 2·Σpg / (Σp² + Σg²)</source>
            <translation>1 − 2·Σpg / (Σp² + Σg²)</translation>
        </message>
        <message>
            <source>1 − TP / (TP + FP + FN)</source>
            <translation>1 − TP / (TP + FP + FN)</translation>
        </message>
        <message>
            <source>1 − TP / (TP + α·FP + β·FN)</source>
            <translation>1 − TP / (TP + α·FP + β·FN)</translation>
        </message>
        <message>
            <source>2·TP / (2·TP + FP + FN)</source>
            <translation>2·TP / (2·TP + FP + FN)</translation>
        </message>
        <message>
            <source>2·recall·precision / (recall + precision), by lesions</source>
            <translation>2·召回率·精確率 /（召回率 + 精確率），以病灶計</translation>
        </message>
        <message>
            <source>95 % of the border of each mask lie within this distance of the other's: the maximum of the two directed 95th percentiles, not the percentile of both together (medpy) and not weighted by area (surface-distance).</source>
            <translation>每個遮罩有 95 % 的邊界，離另一個遮罩邊界不超過這個距離：取兩個方向第 95 百分位數的較大值，而不是合併後的百分位數（medpy），也不依面積加權（surface-distance）。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{leader} is ahead.&lt;/b&gt; False positives cost nothing here.</source>
            <translation>&lt;b&gt;{leader} 領先。&lt;/b&gt;在這裡偽陽性不計代價。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{leader} is ahead.&lt;/b&gt; No α and β would put {others} ahead: {leader} is at least as good on both counts.</source>
            <translation>&lt;b&gt;{leader} 領先。&lt;/b&gt;任何 α 與 β 都無法讓 {others} 領先：{leader} 在兩種錯誤上都不遜色。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{leader} is ahead.&lt;/b&gt; {above} would be better if a missed voxel cost more than &lt;b&gt;{high}&lt;/b&gt; extra voxels; now it costs {now}.</source>
            <translation>&lt;b&gt;{leader} 領先。&lt;/b&gt;若漏檢一個體素的代價高於誤檢 &lt;b&gt;{high}&lt;/b&gt; 個體素，{above} 會較好；目前是 {now} 個。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{leader} is ahead.&lt;/b&gt; {below} would be better if a missed voxel cost less than &lt;b&gt;{low}&lt;/b&gt; extra voxels, {above} if it cost more than &lt;b&gt;{high}&lt;/b&gt;; now it costs {now}.</source>
            <translation>&lt;b&gt;{leader} 領先。&lt;/b&gt;若漏檢一個體素的代價低於誤檢 &lt;b&gt;{low}&lt;/b&gt; 個體素，{below} 會較好；若高於 &lt;b&gt;{high}&lt;/b&gt; 個，{above} 會較好；目前是 {now} 個。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{leader} is ahead.&lt;/b&gt; {below} would be better if a missed voxel cost less than &lt;b&gt;{low}&lt;/b&gt; extra voxels; now it costs {now}.</source>
            <translation>&lt;b&gt;{leader} 領先。&lt;/b&gt;若漏檢一個體素的代價低於誤檢 &lt;b&gt;{low}&lt;/b&gt; 個體素，{below} 會較好；目前是 {now} 個。</translation>
        </message>
        <message>
            <source>A file that takes the place of another gives it its own role.</source>
            <translation>檔案取代另一個檔案的角色時，兩者的角色會互換。</translation>
        </message>
        <message>
            <source>A graphics card if there is one</source>
            <translation>有顯示卡就用顯示卡</translation>
        </message>
        <message>
            <source>A label is a whole number, several are joined as 1+2+4, and any takes all; “{typed}” is neither.</source>
            <translation>標籤是整數，多個標籤寫成 1+2+4，any 代表全部；「{typed}」都不是。</translation>
        </message>
        <message>
            <source>A label that the truth does not have takes the largest weight of the others, so inventing it costs.</source>
            <translation>標準答案沒有的標籤，採用其他標籤中最大的權重，因此誤檢要付出代價。</translation>
        </message>
        <message>
            <source>A label, several as 1+2+4, or any; pick one of this file or type</source>
            <translation>一個標籤、多個標籤如 1+2+4，或 any；可從這個檔案挑選或自行輸入</translation>
        </message>
        <message>
            <source>A picture has no slices to hold against each other.</source>
            <translation>單張圖片沒有切面可以互相比較。</translation>
        </message>
        <message>
            <source>A small lesion jumps where a large one walks: the same shift costs it far more.</source>
            <translation>同樣的位移，小病灶的代價遠大於大病灶：大病灶緩緩上升，小病灶急遽上升。</translation>
        </message>
        <message>
            <source>A structure has no label yet.</source>
            <translation>有一個結構還沒有標籤。</translation>
        </message>
        <message>
            <source>A toy, not a network: it looks at single voxels of {where} and is judged on what it learned from. It shows which way a loss pushes.</source>
            <translation>這是示範用的小模型，不是神經網路：它只看{where}的單一體素，並以學過的資料來評分。它呈現損失把結果推往哪個方向。</translation>
        </message>
        <message>
            <source>ASSD, mm</source>
            <translation>ASSD，mm</translation>
        </message>
        <message>
            <source>Abraham &amp; Khan</source>
            <translation>Abraham &amp; Khan</translation>
        </message>
        <message>
            <source>Abraham &amp; Khan 2018, arXiv:1810.07842 (e = 1/γ = 0.75)</source>
            <translation>Abraham &amp; Khan 2018, arXiv:1810.07842 (e = 1/γ = 0.75)</translation>
        </message>
        <message>
            <source>Add a ground truth to see how far the predictions are right.</source>
            <translation>加入標準答案，就能看出預測有多正確。</translation>
        </message>
        <message>
            <source>Add a prediction to compare it with the ground truth.</source>
            <translation>加入預測，就能與標準答案比較。</translation>
        </message>
        <message>
            <source>Add a structure</source>
            <translation>新增結構</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>An NVIDIA card</source>
            <translation>NVIDIA 顯示卡</translation>
        </message>
        <message>
            <source>An NVIDIA card was found: {name}.</source>
            <translation>找到 NVIDIA 顯示卡：{name}。</translation>
        </message>
        <message>
            <source>Apply a sigmoid</source>
            <translation>套用 sigmoid</translation>
        </message>
        <message>
            <source>Apply a softmax</source>
            <translation>套用 softmax</translation>
        </message>
        <message>
            <source>As each returns it, for {of_what}</source>
            <translation>{of_what}：各框架傳回的數值</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>依系統設定</translation>
        </message>
        <message>
            <source>At each threshold: of what is predicted, how much is right. The number is the area below.</source>
            <translation>在每個閾值下，預測的部分有多少是對的。數字是曲線下面積。</translation>
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}, about where a calibrated map is ({theory}).</source>
            <translation>在這組代價下，{letter} 的最佳閾值是 {best}，與校準良好的機率圖（{theory}）相近。</translation>
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: {letter} gives too little probability.</source>
            <translation>在這組代價下，{letter} 的最佳閾值是 {best}。校準良好的機率圖會是 {theory}，可見 {letter} 給的機率偏低。</translation>
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: {letter} gives too much probability.</source>
            <translation>在這組代價下，{letter} 的最佳閾值是 {best}。校準良好的機率圖會是 {theory}，可見 {letter} 給的機率偏高。</translation>
        </message>
        <message>
            <source>Average symmetric surface distance: the mean over the border voxels of both masks together, not the mean of the two directed means, as older programs take it.</source>
            <translation>平均對稱表面距離：兩個遮罩的邊界體素合在一起取平均，而不是像較舊的程式那樣，把兩個方向的平均再取平均。</translation>
        </message>
        <message>
            <source>BCE</source>
            <translation>BCE</translation>
        </message>
        <message>
            <source>BCE + Dice</source>
            <translation>BCE + Dice</translation>
        </message>
        <message>
            <source>BCE + Dice loss</source>
            <translation>BCE + Dice 損失</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>開始使用</translation>
        </message>
        <message>
            <source>Binary cross-entropy plus Dice loss, each with weight 1.</source>
            <translation>二元交叉熵加 Dice 損失，權重各為 1。</translation>
        </message>
        <message>
            <source>Binary cross-entropy: the mean surprise, −ln of the probability given to what is there.</source>
            <translation>二元交叉熵：平均的意外程度，也就是給實際類別的機率取 −ln。</translation>
        </message>
        <message>
            <source>Both empty: 0, by rule, and left out of means. Only one empty: 1.</source>
            <translation>兩者都空：依規則為 0，且不列入平均。只有一方為空：1。</translation>
        </message>
        <message>
            <source>Both empty: 0. Otherwise each wrong voxel costs what it costs anywhere.</source>
            <translation>兩者都空：0。否則每個錯誤體素的代價與平常相同。</translation>
        </message>
        <message>
            <source>Both empty: 0. Prediction or truth empty: Dice's part is 1.</source>
            <translation>兩者都空：0。預測或標準答案為空：Dice 部分為 1。</translation>
        </message>
        <message>
            <source>Both empty: 0. Prediction or truth empty: the Tversky part is 1.</source>
            <translation>兩者都空：0。預測或標準答案為空：Tversky 部分為 1。</translation>
        </message>
        <message>
            <source>Brier {brier} · ECE {error}</source>
            <translation>Brier {brier} · ECE {error}</translation>
        </message>
        <message>
            <source>Bring it onto the grid of the other file. Its counts are then approximate, and a badge says so.</source>
            <translation>轉換到另一個檔案的網格。之後的計數是近似值，並以標記註明。</translation>
        </message>
        <message>
            <source>By logit</source>
            <translation>依 logit</translation>
        </message>
        <message>
            <source>By probability</source>
            <translation>依機率</translation>
        </message>
        <message>
            <source>By slice</source>
            <translation>逐切面</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Check the files…</source>
            <translation>檢查檔案…</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>選擇資料夾…</translation>
        </message>
        <message>
            <source>Clinical (as a hospital's viewer)</source>
            <translation>臨床（如醫院的影像瀏覽器）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>關閉訊息</translation>
        </message>
        <message>
            <source>Colour scale: raises the probability, lowers it</source>
            <translation>色階：提高機率、降低機率</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>色彩</translation>
        </message>
        <message>
            <source>Colours, language, keys, mouse and device (Ctrl+,)</source>
            <translation>色彩、語言、按鍵、滑鼠與裝置（Ctrl+,）</translation>
        </message>
        <message>
            <source>Commowick et al. 2018, Scientific Reports 8:13650; found means at least one voxel in common</source>
            <translation>Commowick et al. 2018, Scientific Reports 8:13650；至少有一個共有體素即為檢出</translation>
        </message>
        <message>
            <source>Compare the labels of this prediction so; Labels… shows it, and Undo takes it back.</source>
            <translation>這個預測的標籤就照這樣比較；「標籤…」可查看，「復原」可取消。</translation>
        </message>
        <message>
            <source>Compare these labels</source>
            <translation>比較這些標籤</translation>
        </message>
        <message>
            <source>Compared as</source>
            <translation>比較方式</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>運算</translation>
        </message>
        <message>
            <source>Connected by faces and edges</source>
            <translation>以面與邊相連</translation>
        </message>
        <message>
            <source>Connected by faces only</source>
            <translation>只以面相連</translation>
        </message>
        <message>
            <source>Connected by faces, edges and corners</source>
            <translation>以面、邊與角相連</translation>
        </message>
        <message>
            <source>Connected voxels of one kind of error; parts of the ground truth are numbered by size</source>
            <translation>同一類錯誤的相連體素；標準答案的各部分依大小編號</translation>
        </message>
        <message>
            <source>Convention of the losses</source>
            <translation>損失的慣例</translation>
        </message>
        <message>
            <source>Copy call</source>
            <translation>複製程式碼</translation>
        </message>
        <message>
            <source>Copy the call for {framework}</source>
            <translation>複製 {framework} 的程式碼</translation>
        </message>
        <message>
            <source>Copy the list as CSV</source>
            <translation>以 CSV 複製清單</translation>
        </message>
        <message>
            <source>Cross-entropy</source>
            <translation>交叉熵</translation>
        </message>
        <message>
            <source>Cross-entropy in which voxels already nearly right count little: each is weighed by (1 − p of what is there)^γ.</source>
            <translation>交叉熵的變形，讓已經接近正確的體素影響變小：每個體素以（1 − 實際類別的 p）^γ 加權。</translation>
        </message>
        <message>
            <source>Ctrl+Shift+Left drag</source>
            <translation>Ctrl+Shift+左鍵拖曳</translation>
        </message>
        <message>
            <source>Ctrl+Wheel, pinch, right drag</source>
            <translation>Ctrl+滾輪、兩指縮放、右鍵拖曳</translation>
        </message>
        <message>
            <source>Cut at the best threshold</source>
            <translation>採用最佳閾值</translation>
        </message>
        <message>
            <source>Cut it at 0.5</source>
            <translation>以 0.5 為閾值</translation>
        </message>
        <message>
            <source>Cut where a calibrated map would be</source>
            <translation>採用校準良好的機率圖的閾值</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>深度</translation>
        </message>
        <message>
            <source>Dice</source>
            <translation>Dice</translation>
        </message>
        <message>
            <source>Dice 1945, Ecology 26(3)</source>
            <translation>Dice 1945, Ecology 26(3)</translation>
        </message>
        <message>
            <source>Dice at the current threshold</source>
            <translation>目前閾值下的 Dice</translation>
        </message>
        <message>
            <source>Dice loss</source>
            <translation>Dice 損失</translation>
        </message>
        <message>
            <source>Dice loss of a perfect outline, moved</source>
            <translation>完美輪廓位移後的 Dice 損失</translation>
        </message>
        <message>
            <source>Dice loss with squares below, as V-Net had it: unsure voxels weigh less than in the linear one.</source>
            <translation>分母取平方的 Dice 損失，與 V-Net 相同：把握不足的體素，權重比線性版本低。</translation>
        </message>
        <message>
            <source>Dice {dice}. Found green, invented orange, missed blue.</source>
            <translation>Dice {dice}。綠色是檢出，橘色是誤檢，藍色是漏檢。</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>執行</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>按兩下</translation>
        </message>
        <message>
            <source>Double click or Enter on a loss</source>
            <translation>在損失上按兩下或按 Enter</translation>
        </message>
        <message>
            <source>Drop an image, a ground truth and a prediction here</source>
            <translation>把影像、標準答案與預測拖放到這裡</translation>
        </message>
        <message>
            <source>Each loss as a share of its largest value here. Losses of regions do not see a clean background; a mean over voxels fades in it.</source>
            <translation>每個損失占其在此最大值的比例。以區域計算的損失不受乾淨背景影響；對體素取平均的損失則會被背景沖淡。</translation>
        </message>
        <message>
            <source>Each map runs from its loss's strongest push down to none, on this scale</source>
            <translation>每張圖都以這個色階，從該損失的最大推力到沒有推力</translation>
        </message>
        <message>
            <source>Each voxel counts the same, so it fades as the target shrinks: a tenth of the voxels, about a tenth of the loss, even if all of them are missed.</source>
            <translation>每個體素分量相同，因此目標越小，損失越淡：體素剩十分之一，即使全部漏檢，損失也大約只剩十分之一。</translation>
        </message>
        <message>
            <source>Each voxel counts the same, so it fades as the target shrinks: a tenth of the voxels, about a tenth of the loss, even if all of them are missed. Focusing takes the easy background out, so it fades less.</source>
            <translation>每個體素分量相同，因此目標越小，損失越淡：體素剩十分之一，即使全部漏檢，損失也大約只剩十分之一。Focal 會排除容易的背景，因此淡化得較少。</translation>
        </message>
        <message>
            <source>Empty masks</source>
            <translation>空的遮罩</translation>
        </message>
        <message>
            <source>Error regions</source>
            <translation>錯誤區域</translation>
        </message>
        <message>
            <source>Errors are listed once a ground truth and a prediction are open.</source>
            <translation>開啟標準答案與預測後，錯誤會列在這裡。</translation>
        </message>
        <message>
            <source>Errors on the picture</source>
            <translation>影像上的錯誤</translation>
        </message>
        <message>
            <source>Every label by its number, as long as nothing else is chosen</source>
            <translation>沒有另外選擇時，每個標籤依編號比較</translation>
        </message>
        <message>
            <source>Every loss and metric, for each prediction. Rest the pointer on one for its definition; double-click a loss to see what other frameworks make of it.</source>
            <translation>每個預測的所有損失與指標。把游標停在項目上可看定義；在損失上按兩下，可看其他框架算出的結果。</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>範圍</translation>
        </message>
        <message>
            <source>F-β</source>
            <translation>F-β</translation>
        </message>
        <message>
            <source>F1.5, the costs of Hashemi 2018</source>
            <translation>F1.5，Hashemi 2018 的代價</translation>
        </message>
        <message>
            <source>F2</source>
            <translation>F2</translation>
        </message>
        <message>
            <source>False-positive cost α</source>
            <translation>偽陽性代價 α</translation>
        </message>
        <message>
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>Files of this case</source>
            <translation>這個案例的檔案</translation>
        </message>
        <message>
            <source>Files…</source>
            <translation>檔案…</translation>
        </message>
        <message>
            <source>Fill it in below; nothing is compared so before you say so</source>
            <translation>請在下方填寫；確認之前不會這樣比較</translation>
        </message>
        <message>
            <source>Focal</source>
            <translation>Focal</translation>
        </message>
        <message>
            <source>Focal + Tversky</source>
            <translation>Focal + Tversky</translation>
        </message>
        <message>
            <source>Focal Tversky</source>
            <translation>Focal Tversky</translation>
        </message>
        <message>
            <source>Focal Tversky loss</source>
            <translation>Focal Tversky 損失</translation>
        </message>
        <message>
            <source>Focal loss</source>
            <translation>Focal 損失</translation>
        </message>
        <message>
            <source>Focal loss plus Tversky loss, each with weight 1; not the focal Tversky loss, which is a power.</source>
            <translation>Focal 損失加 Tversky 損失，權重各為 1；與取次方的 Focal Tversky 損失不同。</translation>
        </message>
        <message>
            <source>Fold this panel</source>
            <translation>收合這個面板</translation>
        </message>
        <message>
            <source>Fold this panel (T)</source>
            <translation>收合這個面板（T）</translation>
        </message>
        <message>
            <source>Folder with PyTorch</source>
            <translation>PyTorch 所在的資料夾</translation>
        </message>
        <message>
            <source>For a structure by itself. A badge says that it was applied.</source>
            <translation>適用於單獨一個結構。套用後會以標記註明。</translation>
        </message>
        <message>
            <source>For channels of which one holds at each voxel. A badge says that it was applied.</source>
            <translation>適用於每個體素只屬於一個通道的情況。套用後會以標記註明。</translation>
        </message>
        <message>
            <source>Forget every change made here</source>
            <translation>放棄在這裡做的所有變更</translation>
        </message>
        <message>
            <source>Found voxels over found voxels plus what the invented and the missed ones cost.</source>
            <translation>檢出的體素，除以檢出的體素加上誤檢與漏檢的代價。</translation>
        </message>
        <message>
            <source>Found, invented and missed voxels by the probability they were given; background is left out.</source>
            <translation>檢出、誤檢與漏檢的體素，依其機率分布；不含背景。</translation>
        </message>
        <message>
            <source>Found, invented and missed voxels of each slice</source>
            <translation>各切面檢出、誤檢與漏檢的體素</translation>
        </message>
        <message>
            <source>Four</source>
            <translation>四個</translation>
        </message>
        <message>
            <source>Framework to translate from</source>
            <translation>要換算的框架</translation>
        </message>
        <message>
            <source>From the loss of the probabilities to that of the mask</source>
            <translation>從機率的損失到遮罩的損失</translation>
        </message>
        <message>
            <source>From the next start on: the PyTorch in {folder}.</source>
            <translation>下次啟動起使用：{folder} 裡的 PyTorch。</translation>
        </message>
        <message>
            <source>Gain in Tversky</source>
            <translation>Tversky 增益</translation>
        </message>
        <message>
            <source>General</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Generalised Dice</source>
            <translation>廣義 Dice</translation>
        </message>
        <message>
            <source>Generalised Dice loss</source>
            <translation>廣義 Dice 損失</translation>
        </message>
        <message>
            <source>Give at least one file a role.</source>
            <translation>請至少為一個檔案指定角色。</translation>
        </message>
        <message>
            <source>Go on to the next case</source>
            <translation>前往下一個案例</translation>
        </message>
        <message>
            <source>Go to the slice with the lowest score (W)</source>
            <translation>前往分數最低的切面（W）</translation>
        </message>
        <message>
            <source>Good 1952, J. R. Stat. Soc. B 14(1); probabilities clipped at 10⁻⁷</source>
            <translation>Good 1952, J. R. Stat. Soc. B 14(1)；機率截斷於 10⁻⁷</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>梯度</translation>
        </message>
        <message>
            <source>Gradient by</source>
            <translation>梯度依據</translation>
        </message>
        <message>
            <source>Ground truth</source>
            <translation>標準答案</translation>
        </message>
        <message>
            <source>HD95, mm</source>
            <translation>HD95，mm</translation>
        </message>
        <message>
            <source>Hard counts are always made by the processor, which is faster at them. Seen at the next start.</source>
            <translation>二元遮罩的計數一律由處理器計算，因為比較快。下次啟動時生效。</translation>
        </message>
        <message>
            <source>Hashemi</source>
            <translation>Hashemi</translation>
        </message>
        <message>
            <source>Hausdorff distance, mm</source>
            <translation>Hausdorff 距離，mm</translation>
        </message>
        <message>
            <source>Heimann et al. 2009, IEEE TMI 28(8); as in MONAI</source>
            <translation>Heimann et al. 2009, IEEE TMI 28(8)；與 MONAI 相同</translation>
        </message>
        <message>
            <source>How far its farthest voxel lies from the ground truth, or a missed one from its outside</source>
            <translation>離標準答案最遠的體素有多遠；若為漏檢，則是離標準答案外部多遠</translation>
        </message>
        <message>
            <source>How many voxels got which probability</source>
            <translation>各機率有多少體素</translation>
        </message>
        <message>
            <source>How much of it there is</source>
            <translation>它的大小</translation>
        </message>
        <message>
            <source>How often what was given a probability is there</source>
            <translation>給定機率的體素實際存在的比例</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>把握程度</translation>
        </message>
        <message>
            <source>How the target becomes rarer</source>
            <translation>目標如何變稀少</translation>
        </message>
        <message>
            <source>How well each prediction does at these costs when its map is cut elsewhere. Click to cut there.</source>
            <translation>在這組代價下，每個預測換用其他閾值時的表現。按一下即可改用該閾值。</translation>
        </message>
        <message>
            <source>Huttenlocher 1993, IEEE TPAMI 15(9)</source>
            <translation>Huttenlocher 1993, IEEE TPAMI 15(9)</translation>
        </message>
        <message>
            <source>I use</source>
            <translation>我用的是</translation>
        </message>
        <message>
            <source>Image, ground truth and predictions are listed here. Drop files anywhere on the window to open them.</source>
            <translation>影像、標準答案與預測都列在這裡。把檔案拖放到視窗任何地方即可開啟。</translation>
        </message>
        <message>
            <source>Imbalance</source>
            <translation>不平衡</translation>
        </message>
        <message>
            <source>In</source>
            <translation>在</translation>
        </message>
        <message>
            <source>In a view {times} times wider, with nothing invented in it, the Tversky loss stays {tversky} and BCE fades from {bce} to {voxels}.</source>
            <translation>若視野擴大 {times} 倍而沒有新的誤檢，Tversky 損失維持 {tversky}，BCE 則從 {bce} 淡化到 {voxels}。</translation>
        </message>
        <message>
            <source>In it</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>In the files</source>
            <translation>檔案內容</translation>
        </message>
        <message>
            <source>Index by α and threshold</source>
            <translation>各 α 與閾值的指數</translation>
        </message>
        <message>
            <source>Invented</source>
            <translation>誤檢</translation>
        </message>
        <message>
            <source>Invented {noun}</source>
            <translation>誤檢{noun}</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>IoU loss</source>
            <translation>IoU 損失</translation>
        </message>
        <message>
            <source>Isensee et al. 2021, doi:10.1038/s41592-020-01008-z (cross-entropy plus Dice)</source>
            <translation>Isensee et al. 2021, doi:10.1038/s41592-020-01008-z（交叉熵加 Dice）</translation>
        </message>
        <message>
            <source>It lay on another grid and was brought onto the ground truth's: its counts are approximate.</source>
            <translation>它原本在另一個網格上，已轉換到標準答案的網格：計數是近似值。</translation>
        </message>
        <message>
            <source>It says nothing about where it lies and was laid voxel by voxel on the ground truth.</source>
            <translation>檔案沒有記錄位置，因此逐體素疊在標準答案上。</translation>
        </message>
        <message>
            <source>Jaccard 1912, New Phytologist 11(2)</source>
            <translation>Jaccard 1912, New Phytologist 11(2)</translation>
        </message>
        <message>
            <source>Join the ticked</source>
            <translation>合併勾選的項目</translation>
        </message>
        <message>
            <source>Keras, as documented</source>
            <translation>Keras，依文件</translation>
        </message>
        <message>
            <source>Keras, as released</source>
            <translation>Keras，依發行版</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>按鍵與滑鼠</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Labels…</source>
            <translation>標籤…</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Lay it on voxel by voxel</source>
            <translation>逐體素疊上</translation>
        </message>
        <message>
            <source>Learned mask</source>
            <translation>學到的遮罩</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Left click or drag</source>
            <translation>左鍵按一下或拖曳</translation>
        </message>
        <message>
            <source>Left click, Ctrl+Shift+Left drag</source>
            <translation>左鍵按一下、Ctrl+Shift+左鍵拖曳</translation>
        </message>
        <message>
            <source>Left drag</source>
            <translation>左鍵拖曳</translation>
        </message>
        <message>
            <source>Lesion F1</source>
            <translation>病灶 F1</translation>
        </message>
        <message>
            <source>Lesion precision</source>
            <translation>病灶精確率</translation>
        </message>
        <message>
            <source>Lesion recall</source>
            <translation>病灶召回率</translation>
        </message>
        <message>
            <source>Lesions</source>
            <translation>病灶</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>函式庫</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>授權條款</translation>
        </message>
        <message>
            <source>Licences of the libraries in segdiff</source>
            <translation>segdiff 所用函式庫的授權條款</translation>
        </message>
        <message>
            <source>Licences…</source>
            <translation>授權條款…</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>Lighter is better; β is 1 − α. The line joins the best threshold of each α; the ring is where you are. Click to go elsewhere.</source>
            <translation>越亮越好；β 等於 1 − α。線條連接每個 α 的最佳閾值，圓圈是目前的位置。按一下可移到別處。</translation>
        </message>
        <message>
            <source>Lin</source>
            <translation>Lin</translation>
        </message>
        <message>
            <source>Lin et al. 2017, arXiv:1708.02002; Salehi et al. 2017, arXiv:1706.05721</source>
            <translation>Lin et al. 2017, arXiv:1708.02002; Salehi et al. 2017, arXiv:1706.05721</translation>
        </message>
        <message>
            <source>Lin et al. 2017, arXiv:1708.02002; mean over voxels, probabilities clipped at 10⁻⁷</source>
            <translation>Lin et al. 2017, arXiv:1708.02002；對體素取平均，機率截斷於 10⁻⁷</translation>
        </message>
        <message>
            <source>Look at the synthetic demo</source>
            <translation>看看合成的示範案例</translation>
        </message>
        <message>
            <source>Looking for an NVIDIA card…</source>
            <translation>正在尋找 NVIDIA 顯示卡…</translation>
        </message>
        <message>
            <source>Loss of a perfect outline drawn a few voxels off</source>
            <translation>完美輪廓偏移幾個體素時的損失</translation>
        </message>
        <message>
            <source>Loss of the mask</source>
            <translation>遮罩的損失</translation>
        </message>
        <message>
            <source>Loss of the probabilities</source>
            <translation>機率的損失</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Losses as the target becomes rarer</source>
            <translation>目標越稀少時的損失</translation>
        </message>
        <message>
            <source>Losses, from probabilities</source>
            <translation>損失，以機率計算</translation>
        </message>
        <message>
            <source>MONAI</source>
            <translation>MONAI</translation>
        </message>
        <message>
            <source>MONAI metrics</source>
            <translation>MONAI 指標</translation>
        </message>
        <message>
            <source>Mean of precision and recall in which recall counts β² times as much; β² = 1 is Dice, β² = 4 is F2.</source>
            <translation>精確率與召回率的加權平均，召回率的比重是 β² 倍；β² = 1 就是 Dice，β² = 4 就是 F2。</translation>
        </message>
        <message>
            <source>Mean over voxels of −ln of the probability given to the voxel's true label, the background being one of them.</source>
            <translation>給每個體素正確標籤的機率取 −ln，再對體素取平均；背景也算一個標籤。</translation>
        </message>
        <message>
            <source>Measure on</source>
            <translation>計算裝置</translation>
        </message>
        <message>
            <source>Measuring {prediction}</source>
            <translation>正在計算 {prediction}</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>計算中…</translation>
        </message>
        <message>
            <source>Metrics</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Metrics, at threshold {threshold}</source>
            <translation>指標，閾值 {threshold}</translation>
        </message>
        <message>
            <source>MetricsReloaded</source>
            <translation>MetricsReloaded</translation>
        </message>
        <message>
            <source>Middle drag, Shift+Left drag</source>
            <translation>中鍵拖曳、Shift+左鍵拖曳</translation>
        </message>
        <message>
            <source>Milletari et al. 2016, arXiv:1606.04797</source>
            <translation>Milletari et al. 2016, arXiv:1606.04797</translation>
        </message>
        <message>
            <source>Miss cost β</source>
            <translation>漏檢代價 β</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>漏檢</translation>
        </message>
        <message>
            <source>Missed part of {what}</source>
            <translation>漏檢{what}的一部分</translation>
        </message>
        <message>
            <source>Missed {what}</source>
            <translation>漏檢{what}</translation>
        </message>
        <message>
            <source>More background is added in which nothing is invented, or cropped away</source>
            <translation>增加沒有誤檢的背景，或裁掉背景</translation>
        </message>
        <message>
            <source>Mouse</source>
            <translation>滑鼠</translation>
        </message>
        <message>
            <source>Move both together, so that they always sum to 1; the index is then an F-β</source>
            <translation>兩者連動，總和固定為 1；此時指數就是 F-β</translation>
        </message>
        <message>
            <source>NIfTI, PNG, TIFF, JPEG, npy or npz. Masks as whole numbers, probability maps as numbers from 0 to 1.</source>
            <translation>支援 NIfTI、PNG、TIFF、JPEG、npy 或 npz。遮罩以整數儲存，機率圖以 0 到 1 的數值儲存。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>Name of the prediction</source>
            <translation>預測的名稱</translation>
        </message>
        <message>
            <source>Name of {file}</source>
            <translation>{file} 的名稱</translation>
        </message>
        <message>
            <source>Named costs</source>
            <translation>常用的代價</translation>
        </message>
        <message>
            <source>Neither the ground truth nor a prediction has a voxel of any label.</source>
            <translation>標準答案和預測都沒有任何標籤的體素。</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>下一個案例</translation>
        </message>
        <message>
            <source>Nikolov et al. 2018, arXiv:1809.04430; by voxels as in MONAI</source>
            <translation>Nikolov et al. 2018, arXiv:1809.04430；與 MONAI 同樣以體素計</translation>
        </message>
        <message>
            <source>No NVIDIA card was found. segdiff is quick without one.</source>
            <translation>沒有找到 NVIDIA 顯示卡。沒有顯示卡，segdiff 一樣很快。</translation>
        </message>
        <message>
            <source>No channel is the background; each stands for a label by itself.</source>
            <translation>沒有背景通道；每個通道各代表一個標籤。</translation>
        </message>
        <message>
            <source>No file has a label.</source>
            <translation>沒有任何檔案含有標籤。</translation>
        </message>
        <message>
            <source>No slice has a voxel of this label.</source>
            <translation>沒有任何切面含有這個標籤的體素。</translation>
        </message>
        <message>
            <source>No {unit} of {label} in the ground truth: whatever is predicted is a false positive.</source>
            <translation>標準答案沒有{label}的{unit}：任何預測都是偽陽性。</translation>
        </message>
        <message>
            <source>No {unit} of {label} in {prediction}: all of it is missed.</source>
            <translation>{prediction} 沒有{label}的{unit}：全部漏檢。</translation>
        </message>
        <message>
            <source>Not measured</source>
            <translation>尚未計算</translation>
        </message>
        <message>
            <source>Not measured.</source>
            <translation>尚未計算。</translation>
        </message>
        <message>
            <source>Not opened</source>
            <translation>無法開啟</translation>
        </message>
        <message>
            <source>Not translated</source>
            <translation>無法換算</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Nothing is left to compare; add a structure.</source>
            <translation>沒有可比較的項目；請新增結構。</translation>
        </message>
        <message>
            <source>Nothing to take back</source>
            <translation>沒有可復原的動作</translation>
        </message>
        <message>
            <source>Of the background, the share that was left alone; close to 1 whenever the background is large.</source>
            <translation>背景中沒有被誤檢的比例；只要背景夠大，就會接近 1。</translation>
        </message>
        <message>
            <source>Of the connected components of the prediction, the share that has at least one voxel of the truth.</source>
            <translation>預測的相連區塊中，至少含有一個標準答案體素的比例。</translation>
        </message>
        <message>
            <source>Of the connected lesions of the truth, the share of which the prediction has at least one voxel.</source>
            <translation>標準答案的相連病灶中，預測至少有一個體素落在其中的比例。</translation>
        </message>
        <message>
            <source>Of the voxels given about p, which share is of the ground truth. On the dashed line the probabilities mean what they say; below it they promise too much. Brier: mean squared error. ECE: mean distance from the dashed line, over all voxels.</source>
            <translation>機率約為 p 的體素中，有多少比例屬於標準答案。落在虛線上，表示機率名副其實；在虛線下方，表示機率過度樂觀。Brier 是均方誤差；ECE 是所有體素與虛線的平均距離。</translation>
        </message>
        <message>
            <source>Of the voxels of the truth, the share that was found; also called sensitivity.</source>
            <translation>標準答案的體素中，被檢出的比例；又稱敏感度。</translation>
        </message>
        <message>
            <source>Of the voxels predicted, the share that is right.</source>
            <translation>預測的體素中，正確的比例。</translation>
        </message>
        <message>
            <source>On a small target Dice makes nearly all of it; on a large one both have a say.</source>
            <translation>目標小時幾乎全由 Dice 決定；目標大時兩者都有影響。</translation>
        </message>
        <message>
            <source>On a small target the Tversky part makes nearly all of it.</source>
            <translation>目標小時幾乎全由 Tversky 部分決定。</translation>
        </message>
        <message>
            <source>On hard labels every wrong voxel costs −ln 10⁻⁷ = 16.12, so it is 16.12 times the share of wrong voxels, weighed by α₊ for misses and 1 − α₊ for false positives.</source>
            <translation>對二元標籤，每個錯誤體素的代價是 −ln 10⁻⁷ = 16.12，因此它是錯誤體素比例的 16.12 倍，漏檢以 α₊ 加權，偽陽性以 1 − α₊ 加權。</translation>
        </message>
        <message>
            <source>On hard labels every wrong voxel costs −ln 10⁻⁷ = 16.12, so it is 16.12 times the share of wrong voxels, whichever label they were given.</source>
            <translation>對二元標籤，每個錯誤體素的代價是 −ln 10⁻⁷ = 16.12，因此它是錯誤體素比例的 16.12 倍，不論錯成哪個標籤。</translation>
        </message>
        <message>
            <source>On hard labels every wrong voxel costs −ln 10⁻⁷ = 16.12, so it is 16.12 times the share of wrong voxels.</source>
            <translation>對二元標籤，每個錯誤體素的代價是 −ln 10⁻⁷ = 16.12，因此它是錯誤體素比例的 16.12 倍。</translation>
        </message>
        <message>
            <source>On hard labels it is a power of one minus the Tversky index of the masks.</source>
            <translation>對二元標籤，它是（1 減去遮罩的 Tversky 指數）的次方。</translation>
        </message>
        <message>
            <source>On hard labels it is one minus the Dice of the masks.</source>
            <translation>對二元標籤，它是 1 減去遮罩的 Dice。</translation>
        </message>
        <message>
            <source>On hard labels it is one minus the IoU of the masks.</source>
            <translation>對二元標籤，它是 1 減去遮罩的 IoU。</translation>
        </message>
        <message>
            <source>On hard labels it is one minus the Tversky index of the masks.</source>
            <translation>對二元標籤，它是 1 減去遮罩的 Tversky 指數。</translation>
        </message>
        <message>
            <source>On hard labels it is the generalised Dice loss of the masks.</source>
            <translation>對二元標籤，它是遮罩的廣義 Dice 損失。</translation>
        </message>
        <message>
            <source>On hard labels p² is p, so it equals the Dice loss.</source>
            <translation>對二元標籤，p² 等於 p，因此與 Dice 損失相同。</translation>
        </message>
        <message>
            <source>On hard labels the first part counts wrong voxels, the second is one minus the Tversky index.</source>
            <translation>對二元標籤，第一部分計算錯誤的體素，第二部分是 1 減去 Tversky 指數。</translation>
        </message>
        <message>
            <source>On hard labels the first part is 16.12 times the share of wrong voxels, the second one minus Dice.</source>
            <translation>對二元標籤，第一部分是錯誤體素比例的 16.12 倍，第二部分是 1 減去 Dice。</translation>
        </message>
        <message>
            <source>One</source>
            <translation>一個</translation>
        </message>
        <message>
            <source>One Dice loss over all labels and the background, each weighted by one over its squared volume.</source>
            <translation>涵蓋所有標籤與背景的單一 Dice 損失，各標籤以體積平方的倒數加權。</translation>
        </message>
        <message>
            <source>One minus Dice, with the sum of both masks below.</source>
            <translation>1 減去 Dice，分母是兩個遮罩的總和。</translation>
        </message>
        <message>
            <source>One minus the Tversky index; α is the cost of a false positive, β that of a miss.</source>
            <translation>1 減去 Tversky 指數；α 是偽陽性的代價，β 是漏檢的代價。</translation>
        </message>
        <message>
            <source>One minus the index at this threshold.</source>
            <translation>1 減去目前閾值下的指數。</translation>
        </message>
        <message>
            <source>One minus the index of the probabilities as they are.</source>
            <translation>1 減去直接用機率算出的指數。</translation>
        </message>
        <message>
            <source>One minus the intersection over the union.</source>
            <translation>1 減去交集除以聯集。</translation>
        </message>
        <message>
            <source>One structure of all of them, such as a whole tumour of its parts</source>
            <translation>全部合成一個結構，例如由各部分組成的整個腫瘤</translation>
        </message>
        <message>
            <source>One view</source>
            <translation>單一畫面</translation>
        </message>
        <message>
            <source>One view for each prediction, moving together</source>
            <translation>每個預測一個畫面，同步移動</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open {name} instead.</source>
            <translation>改為開啟 {name}。</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>開啟中</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>開啟中…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>開啟…</translation>
        </message>
        <message>
            <source>Orange was invented, blue was missed, green was found. The wheel goes through the slices; hold Space to see the bare image.</source>
            <translation>橘色是誤檢，藍色是漏檢，綠色是檢出。滾輪可逐一瀏覽切面；按住空白鍵只看影像。</translation>
        </message>
        <message>
            <source>Origin notes, as coded</source>
            <translation>原始筆記，依程式碼</translation>
        </message>
        <message>
            <source>Origin notes, as described</source>
            <translation>原始筆記，依說明</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>頁面</translation>
        </message>
        <message>
            <source>Page about thresholds</source>
            <translation>閾值的頁面</translation>
        </message>
        <message>
            <source>Pair them</source>
            <translation>配對</translation>
        </message>
        <message>
            <source>Percent, as α falls</source>
            <translation>α 遞減時的百分比</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精確率</translation>
        </message>
        <message>
            <source>Precision against recall from the first step, where all is predicted, to the last, at the dot.</source>
            <translation>精確率對召回率的變化：從全部都預測的第一步，到圓點所在的最後一步。</translation>
        </message>
        <message>
            <source>Precision and recall</source>
            <translation>精確率與召回率</translation>
        </message>
        <message>
            <source>Precision and recall while training</source>
            <translation>訓練過程的精確率與召回率</translation>
        </message>
        <message>
            <source>Precision by recall</source>
            <translation>精確率與召回率</translation>
        </message>
        <message>
            <source>Prediction {letter}, {name}</source>
            <translation>預測 {letter}，{name}</translation>
        </message>
        <message>
            <source>Press a key in a field to choose it.</source>
            <translation>在欄位中按下按鍵即可指定。</translation>
        </message>
        <message>
            <source>Previous case</source>
            <translation>上一個案例</translation>
        </message>
        <message>
            <source>PyTorch</source>
            <translation>PyTorch</translation>
        </message>
        <message>
            <source>PyTorch {torch}. Measuring on: {device}.</source>
            <translation>PyTorch {torch}。計算裝置：{device}。</translation>
        </message>
        <message>
            <source>ROC</source>
            <translation>ROC</translation>
        </message>
        <message>
            <source>ROC curve</source>
            <translation>ROC 曲線</translation>
        </message>
        <message>
            <source>Rahman &amp; Wang 2016, doi:10.1007/978-3-319-50835-1_22</source>
            <translation>Rahman &amp; Wang 2016, doi:10.1007/978-3-319-50835-1_22</translation>
        </message>
        <message>
            <source>Really there</source>
            <translation>實際存在的比例</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <source>Recall and Dice as alpha falls</source>
            <translation>alpha 遞減時的召回率與 Dice</translation>
        </message>
        <message>
            <source>Recall climbs as misses get dearer; Dice rises at best a little, then falls. Dashed: the paper.</source>
            <translation>漏檢的代價越高，召回率越高；Dice 頂多略升，隨後下降。虛線是論文的數值。</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>區域</translation>
        </message>
        <message>
            <source>Remove from the case</source>
            <translation>從案例移除</translation>
        </message>
        <message>
            <source>Resample it</source>
            <translation>重新取樣</translation>
        </message>
        <message>
            <source>Research (as ITK-SNAP and Slicer)</source>
            <translation>研究（如 ITK-SNAP 與 Slicer）</translation>
        </message>
        <message>
            <source>Research use only, not for diagnosis</source>
            <translation>僅供研究，不可用於診斷</translation>
        </message>
        <message>
            <source>Rim of {what}</source>
            <translation>{what}的邊緣</translation>
        </message>
        <message>
            <source>Rise if a lesion were missed</source>
            <translation>漏檢一個病灶時的增加量</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Role of {file}</source>
            <translation>{file} 的角色</translation>
        </message>
        <message>
            <source>Salehi</source>
            <translation>Salehi</translation>
        </message>
        <message>
            <source>Salehi 2017</source>
            <translation>Salehi 2017</translation>
        </message>
        <message>
            <source>Salehi et al. 2017, arXiv:1706.05721</source>
            <translation>Salehi et al. 2017, arXiv:1706.05721</translation>
        </message>
        <message>
            <source>Score of each slice</source>
            <translation>各切面的分數</translation>
        </message>
        <message>
            <source>Scores</source>
            <translation>分數</translation>
        </message>
        <message>
            <source>Scores appear here once a ground truth and a prediction are open.</source>
            <translation>開啟標準答案與預測後，分數會顯示在這裡。</translation>
        </message>
        <message>
            <source>See and change what each file is for (Ctrl+Shift+O)</source>
            <translation>查看並更改每個檔案的用途（Ctrl+Shift+O）</translation>
        </message>
        <message>
            <source>See and change what each file is for.</source>
            <translation>查看並更改每個檔案的用途。</translation>
        </message>
        <message>
            <source>See what each file was taken for, give it another role or leave it out.</source>
            <translation>查看每個檔案被當成什麼，可改變角色或排除檔案。</translation>
        </message>
        <message>
            <source>See what is in each file, and choose what is compared</source>
            <translation>查看每個檔案的內容，並選擇要比較什麼</translation>
        </message>
        <message>
            <source>Seen when segdiff starts the next time.</source>
            <translation>下次啟動 segdiff 時生效。</translation>
        </message>
        <message>
            <source>SegLossOdyssey</source>
            <translation>SegLossOdyssey</translation>
        </message>
        <message>
            <source>Set the sliders</source>
            <translation>設定滑桿</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Share found by share of the background that is invented. It looks good whenever the background is large; the number is the area below.</source>
            <translation>檢出的比例，對照背景被誤檢的比例。只要背景夠大，曲線就會好看；數字是曲線下面積。</translation>
        </message>
        <message>
            <source>Shared voxels over the voxels of either mask, also called the Jaccard index.</source>
            <translation>共有體素，除以兩個遮罩聯集的體素；又稱 Jaccard 指數。</translation>
        </message>
        <message>
            <source>Show the index or a loss; all have the same level lines, at other distances</source>
            <translation>顯示指數或損失；等高線都相同，只是間距不同</translation>
        </message>
        <message>
            <source>Show the tour again</source>
            <translation>再看一次導覽</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>並排</translation>
        </message>
        <message>
            <source>SimpleITK</source>
            <translation>SimpleITK</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Size of text and controls</source>
            <translation>文字與控制項的大小</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>略過</translation>
        </message>
        <message>
            <source>Slice {number}</source>
            <translation>第 {number} 切面</translation>
        </message>
        <message>
            <source>Slices</source>
            <translation>切面</translation>
        </message>
        <message>
            <source>Slices are held against each other once a ground truth and a prediction are open.</source>
            <translation>開啟標準答案與預測後，就會逐一比較各切面。</translation>
        </message>
        <message>
            <source>Slices of the {plane} plane</source>
            <translation>{plane}的切面</translation>
        </message>
        <message>
            <source>Smaller target</source>
            <translation>縮小目標</translation>
        </message>
        <message>
            <source>Something went wrong inside segdiff ({kind}); what is on screen is unchanged.</source>
            <translation>segdiff 內部發生錯誤（{kind}）；畫面上的內容沒有改變。</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>出處</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>特異度</translation>
        </message>
        <message>
            <source>Start from the files</source>
            <translation>重新從檔案開始</translation>
        </message>
        <message>
            <source>Structure {number}: labels in {file}</source>
            <translation>結構 {number}：{file} 裡的標籤</translation>
        </message>
        <message>
            <source>Structure {number}: leave out</source>
            <translation>結構 {number}：移除</translation>
        </message>
        <message>
            <source>Structure {number}: name</source>
            <translation>結構 {number}：名稱</translation>
        </message>
        <message>
            <source>Structure {number}: tick to join</source>
            <translation>結構 {number}：勾選以合併</translation>
        </message>
        <message>
            <source>Sudre</source>
            <translation>Sudre</translation>
        </message>
        <message>
            <source>Sudre et al. 2017, arXiv:1707.03237 (two-class form); Drozdzal et al. 2016, arXiv:1608.04117</source>
            <translation>Sudre et al. 2017, arXiv:1707.03237（兩類形式）；Drozdzal et al. 2016, arXiv:1608.04117</translation>
        </message>
        <message>
            <source>Sudre et al. 2017, arXiv:1707.03237; a label absent from the truth takes the largest weight of those present</source>
            <translation>Sudre et al. 2017, arXiv:1707.03237；標準答案沒有的標籤，採用現有標籤中最大的權重</translation>
        </message>
        <message>
            <source>Surface Dice</source>
            <translation>表面 Dice</translation>
        </message>
        <message>
            <source>Surfaces</source>
            <translation>表面</translation>
        </message>
        <message>
            <source>TN / (TN + FP)</source>
            <translation>TN / (TN + FP)</translation>
        </message>
        <message>
            <source>TP / (TP + FN)</source>
            <translation>TP / (TP + FN)</translation>
        </message>
        <message>
            <source>TP / (TP + FP + FN)</source>
            <translation>TP / (TP + FP + FN)</translation>
        </message>
        <message>
            <source>TP / (TP + FP)</source>
            <translation>TP / (TP + FP)</translation>
        </message>
        <message>
            <source>TP / (TP + α·FP + β·FN)</source>
            <translation>TP / (TP + α·FP + β·FN)</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab、Shift+Tab</translation>
        </message>
        <message>
            <source>Tab: {title}</source>
            <translation>分頁：{title}</translation>
        </message>
        <message>
            <source>Taghanaki</source>
            <translation>Taghanaki</translation>
        </message>
        <message>
            <source>Taghanaki, as coded</source>
            <translation>Taghanaki，依程式碼</translation>
        </message>
        <message>
            <source>Taha and Hanbury 2015, BMC Medical Imaging 15:29; as in MONAI</source>
            <translation>Taha and Hanbury 2015, BMC Medical Imaging 15:29；與 MONAI 相同</translation>
        </message>
        <message>
            <source>Take as the ground truth</source>
            <translation>當作標準答案</translation>
        </message>
        <message>
            <source>Take back {what} (Ctrl+Z)</source>
            <translation>復原：{what}（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Take it to lie where the other file lies, in the order in which both are stored. A badge says so.</source>
            <translation>視為與另一個檔案位置相同，依儲存順序對應，並以標記註明。</translation>
        </message>
        <message>
            <source>The PyTorch that came with segdiff is used.</source>
            <translation>使用 segdiff 內附的 PyTorch。</translation>
        </message>
        <message>
            <source>The Tversky gradient times e·(1 − T)^(e − 1). With e below 1 that grows without bound towards a perfect fit.</source>
            <translation>Tversky 的梯度乘以 e·(1 − T)^(e − 1)。e 小於 1 時，越接近完全吻合，梯度越是無限增大。</translation>
        </message>
        <message>
            <source>The Tversky loss to a power: above 1 hard cases weigh more, below 1 (the published 0.75) easy ones do.</source>
            <translation>Tversky 損失的次方：次方大於 1 時，困難的案例權重較高；小於 1 時（論文為 0.75），簡單的案例權重較高。</translation>
        </message>
        <message>
            <source>The axial slices it lies in</source>
            <translation>所在的軸狀面切面</translation>
        </message>
        <message>
            <source>The bar is all pushing, shared out over found, invented, missed and background voxels. On voxels that are wrong falls {tversky} % of Tversky's and {bce} % of BCE's.</source>
            <translation>長條代表全部的推力，分給檢出、誤檢、漏檢與背景的體素。落在錯誤體素上的，Tversky 占 {tversky} %，BCE 占 {bce} %。</translation>
        </message>
        <message>
            <source>The case after this one (Ctrl+PageDown)</source>
            <translation>下一個案例（Ctrl+PageDown）</translation>
        </message>
        <message>
            <source>The case before this one (Ctrl+PageUp)</source>
            <translation>上一個案例（Ctrl+PageUp）</translation>
        </message>
        <message>
            <source>The channels of its file were put through a softmax.</source>
            <translation>檔案的各通道已套用 softmax。</translation>
        </message>
        <message>
            <source>The cross-entropy's, damped by (1 − p)^γ where the voxel is already nearly right.</source>
            <translation>與交叉熵相同，但已接近正確的體素以 (1 − p)^γ 減弱。</translation>
        </message>
        <message>
            <source>The farthest that any border voxel of one mask lies from the border of the other; one voxel decides.</source>
            <translation>一個遮罩的邊界體素，離另一個遮罩邊界的最遠距離；單一體素就能決定結果。</translation>
        </message>
        <message>
            <source>The first channel is left out of the labels; the others stand for labels from 1 on.</source>
            <translation>第一個通道不算標籤；其餘通道從標籤 1 開始對應。</translation>
        </message>
        <message>
            <source>The first is the background</source>
            <translation>第一個是背景</translation>
        </message>
        <message>
            <source>The ground truth fills all of the picture or none of it, so it cannot become rarer.</source>
            <translation>標準答案占滿整個影像或完全沒有，因此無法變得更稀少。</translation>
        </message>
        <message>
            <source>The ground truth has no voxel on this slice, so losses of regions push nothing at all.</source>
            <translation>標準答案在這個切面沒有體素，因此以區域計算的損失完全沒有推力。</translation>
        </message>
        <message>
            <source>The ground truth has no voxel on this slice, so there is nothing to learn from.</source>
            <translation>標準答案在這個切面沒有體素，因此沒有東西可學。</translation>
        </message>
        <message>
            <source>The ground truth holds shares of a voxel; from {cut} on it counts as the structure.</source>
            <translation>標準答案記錄的是體素的比例；{cut} 以上視為結構。</translation>
        </message>
        <message>
            <source>The ground truth is empty, so no threshold is better than another.</source>
            <translation>標準答案是空的，因此沒有哪個閾值比較好。</translation>
        </message>
        <message>
            <source>The ground truth is empty.</source>
            <translation>標準答案是空的。</translation>
        </message>
        <message>
            <source>The harmonic mean of lesion recall and lesion precision; 0 as soon as nothing matches.</source>
            <translation>病灶召回率與病灶精確率的調和平均；完全不符合時為 0。</translation>
        </message>
        <message>
            <source>The numbers</source>
            <translation>數值</translation>
        </message>
        <message>
            <source>The picture could not be written to {path}.</source>
            <translation>無法將圖片寫入 {path}。</translation>
        </message>
        <message>
            <source>The plane shows: {member}</source>
            <translation>平面顯示：{member}</translation>
        </message>
        <message>
            <source>The processor</source>
            <translation>處理器</translation>
        </message>
        <message>
            <source>The same as segdiff's own way.</source>
            <translation>與 segdiff 的算法相同。</translation>
        </message>
        <message>
            <source>The share of the border voxels of both masks that lie within the tolerance of the other's border, also called NSD; each voxel counts once, whatever area of the surface it stands for.</source>
            <translation>兩個遮罩的邊界體素中，離另一方邊界在容許距離內的比例，又稱 NSD；不論代表多大的表面積，每個體素只算一次。</translation>
        </message>
        <message>
            <source>The slope of the loss itself, by the probability of a voxel</source>
            <translation>損失對體素機率的斜率</translation>
        </message>
        <message>
            <source>The sum of both: cross-entropy's pull on each voxel, and Dice's two numbers on top.</source>
            <translation>兩者之和：交叉熵對每個體素的拉力，再加上 Dice 的兩個數值。</translation>
        </message>
        <message>
            <source>The sum of both: the focal loss's pull on voxels still wrong, and Tversky's two numbers on top.</source>
            <translation>兩者之和：Focal 損失對仍然錯誤的體素的拉力，再加上 Tversky 的兩個數值。</translation>
        </message>
        <message>
            <source>The table of the paper for this map</source>
            <translation>以這張機率圖重做論文的表格</translation>
        </message>
        <message>
            <source>The target shrinks; the shares found of it and invented outside stay what they are</source>
            <translation>目標縮小；檢出的比例與目標外誤檢的比例不變</translation>
        </message>
        <message>
            <source>The toy learns from images of one channel, and this one is in colour.</source>
            <translation>小模型只能學習單通道影像，而這張是彩色影像。</translation>
        </message>
        <message>
            <source>The values of its file were put through a sigmoid.</source>
            <translation>檔案的數值已套用 sigmoid。</translation>
        </message>
        <message>
            <source>The way there</source>
            <translation>訓練的路徑</translation>
        </message>
        <message>
            <source>The weights 1/V² let the rarest label decide: as a target shrinks, this tends to that target's Dice loss.</source>
            <translation>權重 1/V² 讓最稀少的標籤主導：目標越小，結果越接近該目標的 Dice 損失。</translation>
        </message>
        <message>
            <source>There is no error of this kind.</source>
            <translation>沒有這類錯誤。</translation>
        </message>
        <message>
            <source>There is no error: the prediction and the ground truth are the same.</source>
            <translation>沒有錯誤：預測與標準答案完全相同。</translation>
        </message>
        <message>
            <source>They are labels 1 to {last}</source>
            <translation>是標籤 1 到 {last}</translation>
        </message>
        <message>
            <source>This needs a ground truth and a prediction.</source>
            <translation>這裡需要一份標準答案和一個預測。</translation>
        </message>
        <message>
            <source>Three</source>
            <translation>三個</translation>
        </message>
        <message>
            <source>Three planes</source>
            <translation>三個平面</translation>
        </message>
        <message>
            <source>Three planes, and another prediction or the image alone</source>
            <translation>三個平面，加上另一個預測或單獨的影像</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>閾值</translation>
        </message>
        <message>
            <source>To measure on it, have this command fill an empty folder with the CUDA build of PyTorch (about 3 GB), then choose that folder here:
{command}</source>
            <translation>若要用它計算，請先執行這個指令，把 CUDA 版的 PyTorch（約 3 GB）裝進一個空資料夾，再到這裡選擇該資料夾：
{command}</translation>
        </message>
        <message>
            <source>Tour</source>
            <translation>導覽</translation>
        </message>
        <message>
            <source>Trade-off</source>
            <translation>取捨</translation>
        </message>
        <message>
            <source>Trade-off plane: false-positive cost to the right, miss cost upwards</source>
            <translation>取捨平面：向右是偽陽性代價，向上是漏檢代價</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>Train again</source>
            <translation>重新訓練</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>Training a toy model</source>
            <translation>訓練小模型</translation>
        </message>
        <message>
            <source>Training needs the image to learn from. Open it, and a toy model can be trained on it.</source>
            <translation>訓練需要影像。開啟影像後，就能用它訓練一個小模型。</translation>
        </message>
        <message>
            <source>Translate</source>
            <translation>換算</translation>
        </message>
        <message>
            <source>True negatives play no part, but invented voxels do: with the same shares found and invented, it rises as the target shrinks.</source>
            <translation>真陰性沒有影響，誤檢的體素則有：檢出與誤檢的比例不變時，目標越小，損失越高。</translation>
        </message>
        <message>
            <source>True negatives play no part, but invented voxels do: with the same shares found and invented, it rises as the target shrinks. IoU is Dice/(2 − Dice): both rank predictions alike, they are not two opinions.</source>
            <translation>真陰性沒有影響，誤檢的體素則有：檢出與誤檢的比例不變時，目標越小，損失越高。IoU 等於 Dice/(2 − Dice)：兩者對預測的排名相同，不算兩種意見。</translation>
        </message>
        <message>
            <source>True negatives play no part, but invented voxels do: with the same shares found and invented, it rises as the target shrinks. Lowering α does the same as making the background smaller by that factor.</source>
            <translation>真陰性沒有影響，誤檢的體素則有：檢出與誤檢的比例不變時，目標越小，損失越高。降低 α，等於把背景縮小同樣的倍數。</translation>
        </message>
        <message>
            <source>True negatives play no part, but invented voxels do: with the same shares found and invented, it rises as the target shrinks. The power then weighs whole labels or cases against each other, not voxels.</source>
            <translation>真陰性沒有影響，誤檢的體素則有：檢出與誤檢的比例不變時，目標越小，損失越高。次方調整的是整個標籤或案例之間的權重，而不是體素之間的權重。</translation>
        </message>
        <message>
            <source>Tversky</source>
            <translation>Tversky</translation>
        </message>
        <message>
            <source>Tversky 1977, Psychological Review 84(4); Salehi et al. 2017, arXiv:1706.05721</source>
            <translation>Tversky 1977, Psychological Review 84(4); Salehi et al. 2017, arXiv:1706.05721</translation>
        </message>
        <message>
            <source>Tversky index</source>
            <translation>Tversky 指數</translation>
        </message>
        <message>
            <source>Tversky index at every threshold</source>
            <translation>每個閾值的 Tversky 指數</translation>
        </message>
        <message>
            <source>Tversky index at every threshold and cost</source>
            <translation>每個閾值與代價的 Tversky 指數</translation>
        </message>
        <message>
            <source>Tversky index by threshold</source>
            <translation>各閾值的 Tversky 指數</translation>
        </message>
        <message>
            <source>Tversky index: {above} divided by {below} equals {value}</source>
            <translation>Tversky 指數：{above} 除以 {below} 等於 {value}</translation>
        </message>
        <message>
            <source>Tversky loss</source>
            <translation>Tversky 損失</translation>
        </message>
        <message>
            <source>Twice the shared voxels over the voxels of both masks: 1 is a perfect match, 0 no overlap.</source>
            <translation>共有體素的兩倍，除以兩個遮罩的體素總和：1 是完全吻合，0 是沒有重疊。</translation>
        </message>
        <message>
            <source>Two numbers, with M = TP + α·FP + β·FN: −(M − (1 − β)·TP)/M² on every voxel of the truth, α·TP/M² on every other.</source>
            <translation>只有兩個數值，令 M = TP + α·FP + β·FN：標準答案的每個體素是 −(M − (1 − β)·TP)/M²，其餘是 α·TP/M²。</translation>
        </message>
        <message>
            <source>Two numbers, with S = Σp + Σg: (2·TP − 2·S)/S² on every voxel of the truth, 2·TP/S² on every other; at most 2/S.</source>
            <translation>只有兩個數值，令 S = Σp + Σg：標準答案的每個體素是 (2·TP − 2·S)/S²，其餘是 2·TP/S²；最大不超過 2/S。</translation>
        </message>
        <message>
            <source>Two numbers, with U the union: −1/U on every voxel of the truth, TP/U² on every other.</source>
            <translation>只有兩個數值，令 U 為聯集：標準答案的每個體素是 −1/U，其餘是 TP/U²。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Unfold this panel</source>
            <translation>展開這個面板</translation>
        </message>
        <message>
            <source>Unfold this panel (T)</source>
            <translation>展開這個面板（T）</translation>
        </message>
        <message>
            <source>Use segdiff’s own</source>
            <translation>改用 segdiff 內附的</translation>
        </message>
        <message>
            <source>Use the best threshold</source>
            <translation>採用最佳閾值</translation>
        </message>
        <message>
            <source>Usual keys</source>
            <translation>預設按鍵</translation>
        </message>
        <message>
            <source>V-Net</source>
            <translation>V-Net</translation>
        </message>
        <message>
            <source>V-Net Dice</source>
            <translation>V-Net Dice</translation>
        </message>
        <message>
            <source>V-Net Dice loss</source>
            <translation>V-Net Dice 損失</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>畫面</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>體積</translation>
        </message>
        <message>
            <source>Volume of the ground truth in millilitres.</source>
            <translation>標準答案的體積，單位為毫升。</translation>
        </message>
        <message>
            <source>Volume of the prediction</source>
            <translation>預測的體積</translation>
        </message>
        <message>
            <source>Volume of the prediction in millilitres.</source>
            <translation>預測的體積，單位為毫升。</translation>
        </message>
        <message>
            <source>Volume of the truth</source>
            <translation>標準答案的體積</translation>
        </message>
        <message>
            <source>Volumes</source>
            <translation>體積</translation>
        </message>
        <message>
            <source>Voxels by probability</source>
            <translation>各機率的體素數</translation>
        </message>
        <message>
            <source>Voxels from 0.5 on count as the structure. A badge says so; the losses are then those of a mask.</source>
            <translation>0.5 以上的體素視為結構，並以標記註明；之後的損失是遮罩的損失。</translation>
        </message>
        <message>
            <source>Were the target {times} times rarer, at the same shares found and invented, the Tversky loss would go from {tversky} to {overlap} and BCE from {bce} to {voxels}.</source>
            <translation>若目標稀少 {times} 倍，而檢出與誤檢的比例不變，Tversky 損失會從 {tversky} 變成 {overlap}，BCE 會從 {bce} 變成 {voxels}。</translation>
        </message>
        <message>
            <source>What an error costs</source>
            <translation>錯誤的代價</translation>
        </message>
        <message>
            <source>What each lesion adds to the Tversky loss if it is missed altogether, the largest at the left.</source>
            <translation>若整個病灶都漏檢，各病灶會讓 Tversky 損失增加多少；最大的在左邊。</translation>
        </message>
        <message>
            <source>What each lesion adds to the loss if it is missed altogether</source>
            <translation>若整個病灶都漏檢，各病灶會讓損失增加多少</translation>
        </message>
        <message>
            <source>What is in each file; pair labels, join them to regions, name them</source>
            <translation>每個檔案的內容；可配對標籤、合併成區域、命名</translation>
        </message>
        <message>
            <source>What is listed</source>
            <translation>列出的項目</translation>
        </message>
        <message>
            <source>What other frameworks make of the loss selected, and why.
segdiff's own: α weighs false positives, β misses; no smoothing; natural logarithms; 0 is perfect.
Losses take the probabilities as they are, metrics the mask at the threshold.</source>
            <translation>其他框架對所選損失算出的結果與原因。
segdiff 的算法：α 是偽陽性的權重，β 是漏檢的權重；不加平滑項；使用自然對數；0 代表完美。
損失直接以機率計算，指標則以閾值切出的遮罩計算。</translation>
        </message>
        <message>
            <source>What reaches the network: the slope by what a sigmoid is fed</source>
            <translation>真正傳到網路的部分：損失對 sigmoid 輸入值的斜率</translation>
        </message>
        <message>
            <source>What the Tversky index would rise by if this region alone were put right</source>
            <translation>只修正這個區域，Tversky 指數會增加多少</translation>
        </message>
        <message>
            <source>What to open</source>
            <translation>要開啟什麼</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>滾輪</translation>
        </message>
        <message>
            <source>Where to cut</source>
            <translation>選擇閾值</translation>
        </message>
        <message>
            <source>Whether the probabilities mean what they say, and what that does to a loss</source>
            <translation>機率是否名副其實，以及對損失的影響</translation>
        </message>
        <message>
            <source>Which threshold suits these costs</source>
            <translation>哪個閾值適合這組代價</translation>
        </message>
        <message>
            <source>Who is ahead, from recall only to precision only</source>
            <translation>誰領先：從只看召回率到只看精確率</translation>
        </message>
        <message>
            <source>Whose way of writing the losses; metrics are the same everywhere</source>
            <translation>損失採用誰的寫法；指標在各處都相同</translation>
        </message>
        <message>
            <source>Wider view</source>
            <translation>擴大視野</translation>
        </message>
        <message>
            <source>Width, depth and height of the box around it</source>
            <translation>外框的寬、深、高</translation>
        </message>
        <message>
            <source>Without a ground truth the files are shown, and nothing is compared.</source>
            <translation>沒有標準答案時，只顯示檔案，不做比較。</translation>
        </message>
        <message>
            <source>Without a prediction there is nothing to compare with the ground truth.</source>
            <translation>沒有預測，就沒有可與標準答案比較的對象。</translation>
        </message>
        <message>
            <source>Worst slice</source>
            <translation>最差切面</translation>
        </message>
        <message>
            <source>Yerushalmy 1947, Public Health Reports 62(40)</source>
            <translation>Yerushalmy 1947, Public Health Reports 62(40)</translation>
        </message>
        <message>
            <source>Yeung</source>
            <translation>Yeung</translation>
        </message>
        <message>
            <source>Yeung (unified focal)</source>
            <translation>Yeung（unified focal）</translation>
        </message>
        <message>
            <source>Your case</source>
            <translation>您的案例</translation>
        </message>
        <message>
            <source>a false positive and a miss cost the same</source>
            <translation>偽陽性與漏檢的代價相同</translation>
        </message>
        <message>
            <source>a miss costs four times a false positive</source>
            <translation>漏檢的代價是偽陽性的四倍</translation>
        </message>
        <message>
            <source>all of the slice again</source>
            <translation>顯示整個切面</translation>
        </message>
        <message>
            <source>all of them</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>all {voxels}</source>
            <translation>全部 {voxels}</translation>
        </message>
        <message>
            <source>area PR</source>
            <translation>PR 面積</translation>
        </message>
        <message>
            <source>as the file is called</source>
            <translation>依檔名</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>假定位置</translation>
        </message>
        <message>
            <source>automatic brightness</source>
            <translation>自動調整亮度</translation>
        </message>
        <message>
            <source>axial</source>
            <translation>軸狀面</translation>
        </message>
        <message>
            <source>axial slice {number}</source>
            <translation>軸狀面第 {number} 切面</translation>
        </message>
        <message>
            <source>bare image while held</source>
            <translation>按住時只看影像</translation>
        </message>
        <message>
            <source>best at this α, β: {threshold}</source>
            <translation>此 α、β 的最佳閾值：{threshold}</translation>
        </message>
        <message>
            <source>best {threshold}</source>
            <translation>最佳 {threshold}</translation>
        </message>
        <message>
            <source>blink on or off</source>
            <translation>開關閃爍對照</translation>
        </message>
        <message>
            <source>brightness (up) and contrast (sideways)</source>
            <translation>亮度（上下）與對比（左右）</translation>
        </message>
        <message>
            <source>brightness and contrast</source>
            <translation>亮度與對比</translation>
        </message>
        <message>
            <source>calibrated</source>
            <translation>校準</translation>
        </message>
        <message>
            <source>centre on the crosshair</source>
            <translation>以十字線為中心</translation>
        </message>
        <message>
            <source>colours</source>
            <translation>彩色</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>coronal</source>
            <translation>冠狀面</translation>
        </message>
        <message>
            <source>counted voxels times the volume the header gives one voxel</source>
            <translation>體素數乘以檔頭記錄的單一體素體積</translation>
        </message>
        <message>
            <source>crosshair on or off</source>
            <translation>開關十字線</translation>
        </message>
        <message>
            <source>crosshair; all planes follow</source>
            <translation>十字線；所有平面同步</translation>
        </message>
        <message>
            <source>cut at</source>
            <translation>閾值</translation>
        </message>
        <message>
            <source>default of {who}</source>
            <translation>{who} 的預設值</translation>
        </message>
        <message>
            <source>each wrong voxel costs as much as a found one earns</source>
            <translation>錯一個體素的代價，等於檢出一個體素的得分</translation>
        </message>
        <message>
            <source>errors again</source>
            <translation>回到錯誤</translation>
        </message>
        <message>
            <source>false negative</source>
            <translation>偽陰性</translation>
        </message>
        <message>
            <source>false negative, missed</source>
            <translation>偽陰性，漏檢</translation>
        </message>
        <message>
            <source>false negatives on or off</source>
            <translation>開關偽陰性</translation>
        </message>
        <message>
            <source>false positive</source>
            <translation>偽陽性</translation>
        </message>
        <message>
            <source>false positive, invented</source>
            <translation>偽陽性，誤檢</translation>
        </message>
        <message>
            <source>false positives on or off</source>
            <translation>開關偽陽性</translation>
        </message>
        <message>
            <source>false-positive cost α</source>
            <translation>偽陽性代價 α</translation>
        </message>
        <message>
            <source>false-positive rate</source>
            <translation>偽陽性率</translation>
        </message>
        <message>
            <source>fill, outline, both</source>
            <translation>填色、輪廓、兩者</translation>
        </message>
        <message>
            <source>five slices back</source>
            <translation>往回五個切面</translation>
        </message>
        <message>
            <source>five slices on</source>
            <translation>往前五個切面</translation>
        </message>
        <message>
            <source>flip between truth and prediction</source>
            <translation>切換標準答案與預測</translation>
        </message>
        <message>
            <source>focal Tversky, e = .75</source>
            <translation>focal Tversky，e = .75</translation>
        </message>
        <message>
            <source>focal loss + Tversky loss</source>
            <translation>Focal 損失 + Tversky 損失</translation>
        </message>
        <message>
            <source>fold or unfold the panel under the slices</source>
            <translation>收合或展開切面下方的面板</translation>
        </message>
        <message>
            <source>found lesions / lesions of the truth</source>
            <translation>檢出的病灶 / 標準答案的病灶</translation>
        </message>
        <message>
            <source>found {tp} · invented {fp} · missed {fn}</source>
            <translation>檢出 {tp} · 誤檢 {fp} · 漏檢 {fn}</translation>
        </message>
        <message>
            <source>ground truth</source>
            <translation>標準答案</translation>
        </message>
        <message>
            <source>ground truth: cut at {cut}</source>
            <translation>標準答案：閾值 {cut}</translation>
        </message>
        <message>
            <source>haze in the background</source>
            <translation>背景的微弱機率</translation>
        </message>
        <message>
            <source>here</source>
            <translation>目前</translation>
        </message>
        <message>
            <source>higher threshold</source>
            <translation>提高閾值</translation>
        </message>
        <message>
            <source>image</source>
            <translation>影像</translation>
        </message>
        <message>
            <source>image alone</source>
            <translation>只有影像</translation>
        </message>
        <message>
            <source>intensities</source>
            <translation>灰階強度</translation>
        </message>
        <message>
            <source>intensity {value}</source>
            <translation>強度 {value}</translation>
        </message>
        <message>
            <source>is being measured</source>
            <translation>計算中</translation>
        </message>
        <message>
            <source>it is 0/0 here</source>
            <translation>這裡是 0/0</translation>
        </message>
        <message>
            <source>it is 0/0 there</source>
            <translation>在該框架是 0/0</translation>
        </message>
        <message>
            <source>it is infinite there: a voxel wholly wrong costs −ln 0</source>
            <translation>在該框架是無限大：完全錯誤的體素，代價是 −ln 0</translation>
        </message>
        <message>
            <source>kornia</source>
            <translation>kornia</translation>
        </message>
        <message>
            <source>label {labels}</source>
            <translation>標籤 {labels}</translation>
        </message>
        <message>
            <source>labels</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>labels {labels}</source>
            <translation>標籤 {labels}</translation>
        </message>
        <message>
            <source>largest {voxels}</source>
            <translation>最大 {voxels}</translation>
        </message>
        <message>
            <source>leave out</source>
            <translation>不使用</translation>
        </message>
        <message>
            <source>lesion, by size</source>
            <translation>病灶，依大小</translation>
        </message>
        <message>
            <source>lower threshold</source>
            <translation>降低閾值</translation>
        </message>
        <message>
            <source>lowers p</source>
            <translation>降低 p</translation>
        </message>
        <message>
            <source>lowest {title}: {value} in slice {number}</source>
            <translation>{title} 最低 {value}，在第 {number} 切面</translation>
        </message>
        <message>
            <source>matched components / components of the prediction</source>
            <translation>符合的區塊 / 預測的區塊</translation>
        </message>
        <message>
            <source>max(P₉₅ d(P→T), P₉₅ d(T→P))</source>
            <translation>max(P₉₅ d(P→T), P₉₅ d(T→P))</translation>
        </message>
        <message>
            <source>max(max d(P→T), max d(T→P))</source>
            <translation>max(max d(P→T), max d(T→P))</translation>
        </message>
        <message>
            <source>mean of −g·ln p − (1−g)·ln(1−p)</source>
            <translation>−g·ln p − (1−g)·ln(1−p) 的平均</translation>
        </message>
        <message>
            <source>mean of −ln p(true label)</source>
            <translation>−ln p(正確標籤) 的平均</translation>
        </message>
        <message>
            <source>mean of −α₊·(1−p)^γ·ln p inside, −(1−α₊)·p^γ·ln(1−p) outside</source>
            <translation>內部 −α₊·(1−p)^γ·ln p、外部 −(1−α₊)·p^γ·ln(1−p) 的平均</translation>
        </message>
        <message>
            <source>medpy</source>
            <translation>medpy</translation>
        </message>
        <message>
            <source>miss cost β</source>
            <translation>漏檢代價 β</translation>
        </message>
        <message>
            <source>misses that got some</source>
            <translation>漏檢處的部分機率</translation>
        </message>
        <message>
            <source>name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>neither truth nor prediction has a lesion</source>
            <translation>標準答案與預測都沒有病灶</translation>
        </message>
        <message>
            <source>next case of the list</source>
            <translation>清單的下一個案例</translation>
        </message>
        <message>
            <source>next error region</source>
            <translation>下一個錯誤區域</translation>
        </message>
        <message>
            <source>next or previous control; then the arrow keys</source>
            <translation>下一個或上一個控制項；再用方向鍵</translation>
        </message>
        <message>
            <source>next prediction</source>
            <translation>下一個預測</translation>
        </message>
        <message>
            <source>next slice</source>
            <translation>下一個切面</translation>
        </message>
        <message>
            <source>nnU-Net</source>
            <translation>nnU-Net</translation>
        </message>
        <message>
            <source>no label</source>
            <translation>沒有標籤</translation>
        </message>
        <message>
            <source>no push at all</source>
            <translation>完全沒有推力</translation>
        </message>
        <message>
            <source>no {unit} of label {value} in {where}</source>
            <translation>{where}沒有標籤 {value} 的{unit}</translation>
        </message>
        <message>
            <source>not in the truth</source>
            <translation>標準答案沒有</translation>
        </message>
        <message>
            <source>not installed</source>
            <translation>未安裝</translation>
        </message>
        <message>
            <source>not known yet; nothing has been measured</source>
            <translation>尚不清楚；還沒有計算過</translation>
        </message>
        <message>
            <source>not open</source>
            <translation>未開啟</translation>
        </message>
        <message>
            <source>nothing was predicted</source>
            <translation>沒有任何預測</translation>
        </message>
        <message>
            <source>object</source>
            <translation>物件</translation>
        </message>
        <message>
            <source>on background</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>on false positives</source>
            <translation>偽陽性</translation>
        </message>
        <message>
            <source>on hits</source>
            <translation>檢出</translation>
        </message>
        <message>
            <source>on misses</source>
            <translation>漏檢</translation>
        </message>
        <message>
            <source>one view, or all again</source>
            <translation>單一畫面，或恢復全部</translation>
        </message>
        <message>
            <source>only false positives cost</source>
            <translation>只計偽陽性</translation>
        </message>
        <message>
            <source>only false positives cost: the index is precision</source>
            <translation>只計偽陽性：指數就是精確率</translation>
        </message>
        <message>
            <source>only misses cost</source>
            <translation>只計漏檢</translation>
        </message>
        <message>
            <source>only misses cost: the index is recall</source>
            <translation>只計漏檢：指數就是召回率</translation>
        </message>
        <message>
            <source>open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>overlay fainter</source>
            <translation>疊圖變淡</translation>
        </message>
        <message>
            <source>overlay on or off</source>
            <translation>開關疊圖</translation>
        </message>
        <message>
            <source>overlay stronger</source>
            <translation>疊圖變濃</translation>
        </message>
        <message>
            <source>pan</source>
            <translation>平移</translation>
        </message>
        <message>
            <source>paper Dice</source>
            <translation>論文 Dice</translation>
        </message>
        <message>
            <source>paper recall</source>
            <translation>論文召回率</translation>
        </message>
        <message>
            <source>pixel {indices}</source>
            <translation>像素 {indices}</translation>
        </message>
        <message>
            <source>precision</source>
            <translation>精確率</translation>
        </message>
        <message>
            <source>precision {precision}
recall {recall}</source>
            <translation>精確率 {precision}
召回率 {recall}</translation>
        </message>
        <message>
            <source>prediction</source>
            <translation>預測</translation>
        </message>
        <message>
            <source>prediction {name}</source>
            <translation>預測 {name}</translation>
        </message>
        <message>
            <source>previous case of the list</source>
            <translation>清單的上一個案例</translation>
        </message>
        <message>
            <source>previous error region</source>
            <translation>上一個錯誤區域</translation>
        </message>
        <message>
            <source>previous prediction</source>
            <translation>上一個預測</translation>
        </message>
        <message>
            <source>previous slice</source>
            <translation>上一個切面</translation>
        </message>
        <message>
            <source>probabilities of {labels}</source>
            <translation>{labels} 的機率</translation>
        </message>
        <message>
            <source>probability given</source>
            <translation>預測的機率</translation>
        </message>
        <message>
            <source>probability map · threshold {threshold}</source>
            <translation>機率圖 · 閾值 {threshold}</translation>
        </message>
        <message>
            <source>raises p</source>
            <translation>提高 p</translation>
        </message>
        <message>
            <source>ranked by what fixing it would gain at α {alpha} β {beta}</source>
            <translation>依修正後的增益排序，α {alpha} β {beta}</translation>
        </message>
        <message>
            <source>recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <source>redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>remove the prediction the keyboard is on; its file stays</source>
            <translation>移除鍵盤所在的預測；檔案會保留</translation>
        </message>
        <message>
            <source>resampled</source>
            <translation>已重新取樣</translation>
        </message>
        <message>
            <source>sagittal</source>
            <translation>矢狀面</translation>
        </message>
        <message>
            <source>save the session</source>
            <translation>儲存工作階段</translation>
        </message>
        <message>
            <source>segdiff</source>
            <translation>segdiff</translation>
        </message>
        <message>
            <source>segdiff's own way.</source>
            <translation>segdiff 的算法。</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch</source>
            <translation>segmentation-models-pytorch</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>share of the picture</source>
            <translation>占影像的比例</translation>
        </message>
        <message>
            <source>sigmoid applied</source>
            <translation>已套用 sigmoid</translation>
        </message>
        <message>
            <source>slice; with Shift five slices</source>
            <translation>切面；加 Shift 一次五個切面</translation>
        </message>
        <message>
            <source>smallest {voxels}</source>
            <translation>最小 {voxels}</translation>
        </message>
        <message>
            <source>softmax applied</source>
            <translation>已套用 softmax</translation>
        </message>
        <message>
            <source>specificity</source>
            <translation>特異度</translation>
        </message>
        <message>
            <source>strongest push {value}</source>
            <translation>最大推力 {value}</translation>
        </message>
        <message>
            <source>the borders have more than 5 million voxels</source>
            <translation>邊界超過五百萬個體素</translation>
        </message>
        <message>
            <source>the convention</source>
            <translation>慣例</translation>
        </message>
        <message>
            <source>the costs</source>
            <translation>代價</translation>
        </message>
        <message>
            <source>the costs Salehi 2017 found best for small lesions</source>
            <translation>Salehi 2017 認為最適合小病灶的代價</translation>
        </message>
        <message>
            <source>the costs of Yeung (unified focal)</source>
            <translation>Yeung（unified focal）的代價</translation>
        </message>
        <message>
            <source>the crosshair</source>
            <translation>十字線</translation>
        </message>
        <message>
            <source>the curve by slice</source>
            <translation>切面曲線</translation>
        </message>
        <message>
            <source>the files give no voxel size</source>
            <translation>檔案沒有記錄體素大小</translation>
        </message>
        <message>
            <source>the ground truth</source>
            <translation>標準答案</translation>
        </message>
        <message>
            <source>the label</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>the labels overlap, so they are not exclusive classes</source>
            <translation>標籤互相重疊，因此不是互斥的類別</translation>
        </message>
        <message>
            <source>the layout</source>
            <translation>版面</translation>
        </message>
        <message>
            <source>the overlay</source>
            <translation>疊圖</translation>
        </message>
        <message>
            <source>the place in the picture</source>
            <translation>影像中的位置</translation>
        </message>
        <message>
            <source>the prediction</source>
            <translation>預測</translation>
        </message>
        <message>
            <source>the prediction has no component</source>
            <translation>預測沒有任何區塊</translation>
        </message>
        <message>
            <source>the prediction is empty</source>
            <translation>預測是空的</translation>
        </message>
        <message>
            <source>the threshold</source>
            <translation>閾值</translation>
        </message>
        <message>
            <source>the truth has no background</source>
            <translation>標準答案沒有背景</translation>
        </message>
        <message>
            <source>the truth has no lesion</source>
            <translation>標準答案沒有病灶</translation>
        </message>
        <message>
            <source>the truth is empty</source>
            <translation>標準答案是空的</translation>
        </message>
        <message>
            <source>the verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>the view</source>
            <translation>檢視</translation>
        </message>
        <message>
            <source>this list</source>
            <translation>這份清單</translation>
        </message>
        <message>
            <source>this picture</source>
            <translation>這張圖片</translation>
        </message>
        <message>
            <source>threshold</source>
            <translation>閾值</translation>
        </message>
        <message>
            <source>torch</source>
            <translation>torch</translation>
        </message>
        <message>
            <source>torchmetrics</source>
            <translation>torchmetrics</translation>
        </message>
        <message>
            <source>true negative</source>
            <translation>真陰性</translation>
        </message>
        <message>
            <source>true positive</source>
            <translation>真陽性</translation>
        </message>
        <message>
            <source>true positives on or off</source>
            <translation>開關真陽性</translation>
        </message>
        <message>
            <source>truth and prediction are both empty</source>
            <translation>標準答案與預測都是空的</translation>
        </message>
        <message>
            <source>truth and prediction are both empty; 0/0 counts as 0</source>
            <translation>標準答案與預測都是空的；0/0 算作 0</translation>
        </message>
        <message>
            <source>truth and prediction are both empty; 0/0 counts as 1</source>
            <translation>標準答案與預測都是空的；0/0 算作 1</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>unsure hits</source>
            <translation>把握不足的檢出</translation>
        </message>
        <message>
            <source>unsure inventions</source>
            <translation>把握不足的誤檢</translation>
        </message>
        <message>
            <source>use it</source>
            <translation>採用</translation>
        </message>
        <message>
            <source>use {threshold}</source>
            <translation>採用 {threshold}</translation>
        </message>
        <message>
            <source>van Rijsbergen 1979, Information Retrieval</source>
            <translation>van Rijsbergen 1979, Information Retrieval</translation>
        </message>
        <message>
            <source>voxel {indices}</source>
            <translation>體素 {indices}</translation>
        </message>
        <message>
            <source>voxels off</source>
            <translation>偏移的體素數</translation>
        </message>
        <message>
            <source>was not measured</source>
            <translation>未計算</translation>
        </message>
        <message>
            <source>what each file is for</source>
            <translation>每個檔案的用途</translation>
        </message>
        <message>
            <source>what every framework makes of it, and why</source>
            <translation>各框架算出的結果與原因</translation>
        </message>
        <message>
            <source>worst slice</source>
            <translation>最差的切面</translation>
        </message>
        <message>
            <source>zoom</source>
            <translation>縮放</translation>
        </message>
        <message>
            <source>{case} — segdiff</source>
            <translation>{case} — segdiff</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>另外 {count} 個</translation>
        </message>
        <message>
            <source>{count} pixel</source>
            <translation>{count} 個像素</translation>
        </message>
        <message>
            <source>{count} pixels</source>
            <translation>{count} 個像素</translation>
        </message>
        <message>
            <source>{count} values</source>
            <translation>{count} 種數值</translation>
        </message>
        <message>
            <source>{count} values only</source>
            <translation>只有 {count} 種數值</translation>
        </message>
        <message>
            <source>{count} voxel</source>
            <translation>{count} 個體素</translation>
        </message>
        <message>
            <source>{count} voxels</source>
            <translation>{count} 個體素</translation>
        </message>
        <message>
            <source>{file}: {badge}</source>
            <translation>{file}：{badge}</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first}與{last}</translation>
        </message>
        <message>
            <source>{first} or {last}</source>
            <translation>{first}或{last}</translation>
        </message>
        <message>
            <source>{key} is chosen twice, for “{first}” and “{second}”; neither works until one has another key.</source>
            <translation>{key} 同時指定給「{first}」和「{second}」；其中一個改用別的按鍵之前，兩者都無效。</translation>
        </message>
        <message>
            <source>{letters} are level at these costs.</source>
            <translation>在這組代價下，{letters} 不分上下。</translation>
        </message>
        <message>
            <source>{letters} never best</source>
            <translation>{letters} 從未最佳</translation>
        </message>
        <message>
            <source>{letter} Dice</source>
            <translation>{letter} Dice</translation>
        </message>
        <message>
            <source>{letter} ahead</source>
            <translation>{letter} 領先</translation>
        </message>
        <message>
            <source>{letter} holds hard labels: each voxel is in or out, so there is no threshold to move. Open a probability map to see what another would change.</source>
            <translation>{letter} 是二元標籤：每個體素不是在內就是在外，沒有閾值可調。開啟機率圖，就能看到改變閾值的影響。</translation>
        </message>
        <message>
            <source>{letter} is ahead at α {alpha}</source>
            <translation>α {alpha} 時 {letter} 領先</translation>
        </message>
        <message>
            <source>{letter} recall</source>
            <translation>{letter} 召回率</translation>
        </message>
        <message>
            <source>{letter} · {prediction}, label {label}</source>
            <translation>{letter} · {prediction}，標籤 {label}</translation>
        </message>
        <message>
            <source>{letter}, cut where a calibrated map would be for each pair of costs. In italics the paper, where each row is a network of its own.</source>
            <translation>{letter} 在每組代價下，都採用校準良好的機率圖的閾值。斜體是論文的數值，每一列各是一個獨立的網路。</translation>
        </message>
        <message>
            <source>{loss}: in every convention</source>
            <translation>{loss}：各種慣例</translation>
        </message>
        <message>
            <source>{name}, as a number</source>
            <translation>{name}，輸入數值</translation>
        </message>
        <message>
            <source>{name}: α {alpha}, β {beta}</source>
            <translation>{name}：α {alpha}，β {beta}</translation>
        </message>
        <message>
            <source>{noun} {number}: Dice {dice}</source>
            <translation>{noun} {number}：Dice {dice}</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} / {all}</translation>
        </message>
        <message>
            <source>{number} of {total}</source>
            <translation>第 {number} 個，共 {total} 個</translation>
        </message>
        <message>
            <source>{parameter} there</source>
            <translation>該框架的 {parameter}</translation>
        </message>
        <message>
            <source>{score}, all labels</source>
            <translation>{score}，全部標籤</translation>
        </message>
        <message>
            <source>{size} pixels</source>
            <translation>{size} 像素</translation>
        </message>
        <message>
            <source>{size} · voxel size unknown</source>
            <translation>{size} · 體素大小不明</translation>
        </message>
        <message>
            <source>{title} {value}</source>
            <translation>{title} {value}</translation>
        </message>
        <message>
            <source>{title}: {value}</source>
            <translation>{title}：{value}</translation>
        </message>
        <message>
            <source>{voxels} voxels, with a mean probability of {sure}</source>
            <translation>{voxels} 個體素，平均機率 {sure}</translation>
        </message>
        <message>
            <source>{what}: show or hide</source>
            <translation>{what}：顯示或隱藏</translation>
        </message>
        <message>
            <source>α = {alpha}, β = {beta}: {meaning}</source>
            <translation>α = {alpha}，β = {beta}：{meaning}</translation>
        </message>
        <message>
            <source>α is what an invented voxel costs, β what a missed one costs. Move them: the index and the colours follow at once, and so does who is ahead.</source>
            <translation>α 是誤檢一個體素的代價，β 是漏檢一個體素的代價。移動它們，指數、顏色和領先的預測都會立即更新。</translation>
        </message>
        <message>
            <source>α {alpha}, β {beta}: {title} {value}</source>
            <translation>α {alpha}，β {beta}：{title} {value}</translation>
        </message>
        <message>
            <source>−1/(N·p) on the true class by the probability, (p − g)/N by the logit after a softmax.</source>
            <translation>對機率，正確類別是 −1/(N·p)；經 softmax 後對 logit 是 (p − g)/N。</translation>
        </message>
        <message>
            <source>−2w·(g·B − A)/B² with A = Σ w·TP and B = Σ w·(Σp + Σg): two numbers for each label.</source>
            <translation>−2w·(g·B − A)/B²，其中 A = Σ w·TP，B = Σ w·(Σp + Σg)：每個標籤各有兩個數值。</translation>
        </message>
    </context>
</TS>
