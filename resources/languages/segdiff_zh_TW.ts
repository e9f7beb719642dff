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
            <source>+  Add a prediction, or drop it</source>
            <translation>+  加入預測，或拖放到這裡</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>1 is added above and below.</source>
            <translation>分子與分母各加 1。</translation>
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
            <source>1 − α weighs false positives and α misses.</source>
            <translation>1 − α 是偽陽性的權重，α 是漏檢的權重。</translation>
        </message>
        <message>
            <source>1e-05 is added above and below, in Dice's form, where it counts half.</source>
            <translation>以 Dice 的形式，分子與分母各加 1e-05，作用減半。</translation>
        </message>
        <message>
            <source>1e-05 is added above and below.</source>
            <translation>分子與分母各加 1e-05。</translation>
        </message>
        <message>
            <source>1e-06 is added above and below.</source>
            <translation>分子與分母各加 1e-06。</translation>
        </message>
        <message>
            <source>1e-07 is added below.</source>
            <translation>分母加 1e-07。</translation>
        </message>
        <message>
            <source>1e-08 is added below.</source>
            <translation>分母加 1e-08。</translation>
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
            <source>; </source>
            <translation>；</translation>
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
            <source>&lt;b&gt;{leader} is ahead&lt;/b&gt; by the mean over {over} labels: {value}; {others}. A mean has no straight borders, so the plane was computed at {size} × {size} costs.</source>
            <translation>以 {over} 個標籤的平均計，&lt;b&gt;{leader} 領先&lt;/b&gt;：{value}；{others}。平均沒有直線的分界，因此平面是以 {size} × {size} 組代價算出的。</translation>
        </message>
        <message>
            <source>A class that neither mask has gets −1.</source>
            <translation>兩個遮罩都沒有的類別得 −1。</translation>
        </message>
        <message>
            <source>A class that neither mask has is left out of the mean; where there is no other it is NaN.</source>
            <translation>兩個遮罩都沒有的類別不列入平均；沒有其他類別時為 NaN。</translation>
        </message>
        <message>
            <source>A class that the truth does not have costs 0 whatever was predicted, and still divides the mean.</source>
            <translation>標準答案沒有的類別，不論預測什麼，代價都是 0，但仍計入平均的分母。</translation>
        </message>
        <message>
            <source>A class that the truth does not have counts as it comes.</source>
            <translation>標準答案沒有的類別，照樣列入計算。</translation>
        </message>
        <message>
            <source>A class that the truth does not have has no value.</source>
            <translation>標準答案沒有的類別沒有數值。</translation>
        </message>
        <message>
            <source>A class that the truth does not have is NaN; with ignore_empty=False it is 1 if the prediction has none either, else 0.</source>
            <translation>標準答案沒有的類別為 NaN；ignore_empty=False 時，預測也沒有則為 1，否則為 0。</translation>
        </message>
        <message>
            <source>A class that the truth does not have is left out of the mean, whatever was predicted.</source>
            <translation>標準答案沒有的類別，不論預測什麼，都不列入平均。</translation>
        </message>
        <message>
            <source>A class that the truth does not have takes no weight.</source>
            <translation>標準答案沒有的類別沒有權重。</translation>
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
            <source>A is the prediction: α weighs false positives and β misses, as in Salehi 2017 and unlike the code beside it.</source>
            <translation>A 是預測：α 是偽陽性的權重，β 是漏檢的權重，與 Salehi 2017 相同，與旁邊的程式碼不同。</translation>
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
            <source>A perfect outline, drawn a few voxels off. A small lesion jumps where a large one walks: the same shift costs it far more.</source>
            <translation>完美的輪廓偏移幾個體素。同樣的位移，小病灶的代價遠大於大病灶。</translation>
        </message>
        <message>
            <source>A picture has no slices to hold against each other.</source>
            <translation>單張圖片沒有切面可以互相比較。</translation>
        </message>
        <message>
            <source>A single class is completed by the background it leaves over, as another class.</source>
            <translation>只有一個類別時，其餘的背景補成另一個類別。</translation>
        </message>
        <message>
            <source>A single class is taken alone, without the background it leaves over.</source>
            <translation>只有一個類別時單獨計算，不含其餘的背景。</translation>
        </message>
        <message>
            <source>A smooth_factor of s is Keras's label smoothing of 2s.</source>
            <translation>smooth_factor 為 s，相當於 Keras 的標籤平滑 2s。</translation>
        </message>
        <message>
            <source>A smoothing of 1 here is one of 2 in Dice's own form.</source>
            <translation>這裡的平滑項 1，相當於 Dice 形式的 2。</translation>
        </message>
        <message>
            <source>A smoothing of 1 is added above and below: it lifts the score by (1 − Dice)/(Σp + Σg + 1), so missing a one-voxel object costs 0.5 and not 1.</source>
            <translation>分子與分母各加平滑項 1：分數因此提高 (1 − Dice)/(Σp + Σg + 1)，漏檢單一體素的物件，代價是 0.5 而不是 1。</translation>
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
            <source>A voxel costs 100 at most.</source>
            <translation>單一體素的代價最多 100。</translation>
        </message>
        <message>
            <source>A wholly wrong voxel costs 100; with from_logits=True, which is binary_cross_entropy_with_logits, as much as its logit is large.</source>
            <translation>完全錯誤的體素代價是 100；from_logits=True（即 binary_cross_entropy_with_logits）時，代價等於 logit 的大小。</translation>
        </message>
        <message>
            <source>ASSD, mm</source>
            <translation>ASSD，mm</translation>
        </message>
        <message>
            <source>About</source>
            <translation>關於</translation>
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
            <source>Accept</source>
            <translation>接受</translation>
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
            <source>After a softmax take this, after a sigmoid the binary one: with more than two classes they are not the same.</source>
            <translation>softmax 之後用這個，sigmoid 之後用二元版本：超過兩個類別時兩者不同。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有檔案 (*)</translation>
        </message>
        <message>
            <source>All probabilities lie between 0.500 and 0.731, where a sigmoid of probabilities confines them: the activation may have been applied twice.</source>
            <translation>所有機率都介於 0.500 與 0.731，正是對機率再取 sigmoid 的範圍：啟動函數可能套用了兩次。</translation>
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
            <source>As neurologists have it: as if one stood behind the patient</source>
            <translation>神經科慣例：如同站在病人後方</translation>
        </message>
        <message>
            <source>As radiologists have it: as if one faced the patient</source>
            <translation>放射科慣例：如同面對病人</translation>
        </message>
        <message>
            <source>As released, α weighs misses and β false positives: the opposite of its documentation.</source>
            <translation>發行版中 α 是漏檢的權重，β 是偽陽性的權重：與文件相反。</translation>
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
            <source>At the left</source>
            <translation>左邊是</translation>
        </message>
        <message>
            <source>At these costs the straight line rests on {letters}: whatever lies on it scores {value}, and below it would be better. It turns as α and β do.</source>
            <translation>在這個代價下，直線靠在 {letters} 上：線上各處的分數都是 {value}，線以下會更好。直線隨 α 與 β 轉動。</translation>
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
            <source>At α 0 and β 0 no error costs anything, so no prediction is better than another.</source>
            <translation>α 與 β 都為 0 時，錯誤沒有代價，因此沒有哪個預測較好。</translation>
        </message>
        <message>
            <source>At α = 0.5 it is Dice with a smoothing of 2, not the notes' Dice, whose smoothing is 1.</source>
            <translation>α = 0.5 時，它是平滑項為 2 的 Dice，而不是筆記裡平滑項為 1 的 Dice。</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>Average symmetric surface distance: the mean over the border voxels of both masks together, not the mean of the two directed means, as older programs take it.</source>
            <translation>平均對稱表面距離：兩個遮罩的邊界體素合在一起取平均，而不是像較舊的程式那樣，把兩個方向的平均再取平均。</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>軸狀面</translation>
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
            <source>Batch, space and classes are pooled. After a softmax over one-hot classes that is one minus the mean probability of the true class, and α and β have no say where they sum to 1.</source>
            <translation>批次、空間與類別合併計算。對 one-hot 類別取 softmax 後，就是 1 減去正確類別的平均機率；α 與 β 的和為 1 時，兩者都沒有作用。</translation>
        </message>
        <message>
            <source>Batch, space and classes are pooled. With a softmax and one-hot truth the sums of false positives and of misses are then the same number, so α does nothing at all: the loss is one minus the mean probability of the true class, mostly of the background.</source>
            <translation>批次、空間與類別合併計算。使用 softmax 與 one-hot 標準答案時，偽陽性與漏檢的總和相同，因此 α 完全沒有作用：損失就是 1 減去正確類別的平均機率，主要是背景的機率。</translation>
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
            <source>Bone</source>
            <translation>骨骼</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>兩者</translation>
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
            <source>Brain</source>
            <translation>腦</translation>
        </message>
        <message>
            <source>Brier {brier}</source>
            <translation>Brier {brier}</translation>
        </message>
        <message>
            <source>Brightness and contrast</source>
            <translation>亮度與對比</translation>
        </message>
        <message>
            <source>Brightness and contrast as numbers, magnification, left and right</source>
            <translation>以數值設定亮度與對比、放大方式、左右</translation>
        </message>
        <message>
            <source>Bring it onto the grid of the other file. Its counts are then approximate, and a badge says so.</source>
            <translation>轉換到另一個檔案的網格。之後的計數是近似值，並以標記註明。</translation>
        </message>
        <message>
            <source>By default a false positive costs 0.5 and a miss 0.5.</source>
            <translation>預設偽陽性的代價是 0.5，漏檢是 0.5。</translation>
        </message>
        <message>
            <source>By default a voxel of the truth weighs 1 and another 1.</source>
            <translation>預設標準答案的體素權重是 1，其他體素是 1。</translation>
        </message>
        <message>
            <source>By default a voxel of the truth weighs 1.</source>
            <translation>預設標準答案的體素權重是 1。</translation>
        </message>
        <message>
            <source>By default the classes of a sample are pooled ('micro'). After a softmax that is one minus the mean probability of the true class: no class is balanced against another.</source>
            <translation>預設把樣本的各類別合併計算（micro）。取 softmax 後，就是 1 減去正確類別的平均機率：類別之間沒有互相平衡。</translation>
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
            <source>By α and threshold</source>
            <translation>依 α 與閾值</translation>
        </message>
        <message>
            <source>CPU · 1 thread</source>
            <translation>CPU · 1 個執行緒</translation>
        </message>
        <message>
            <source>CPU · {count} threads</source>
            <translation>CPU · {count} 個執行緒</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案例</translation>
        </message>
        <message>
            <source>Check the files…</source>
            <translation>檢查檔案…</translation>
        </message>
        <message>
            <source>Choose another colour</source>
            <translation>選擇其他顏色</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>選擇資料夾…</translation>
        </message>
        <message>
            <source>Classes that the truth does not have are left out of the mean; the background takes part.</source>
            <translation>標準答案沒有的類別不列入平均；背景納入計算。</translation>
        </message>
        <message>
            <source>Clear the list</source>
            <translation>清除清單</translation>
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
            <source>Close without saving</source>
            <translation>不儲存就關閉</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>{name}的顏色</translation>
        </message>
        <message>
            <source>Colour scale: raises the probability, lowers it</source>
            <translation>色階：提高機率、降低機率</translation>
        </message>
        <message>
            <source>Colour the probabilities, under the outline at the threshold (H)</source>
            <translation>為機率上色，上方疊加閾值處的輪廓（H）</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>色彩</translation>
        </message>
        <message>
            <source>Colours that the colour-blind can tell apart (Okabe and Ito), and the usual opacities</source>
            <translation>色盲也能分辨的顏色（Okabe 與 Ito），以及預設的不透明度</translation>
        </message>
        <message>
            <source>Colours, language, keys, mouse and device (Ctrl+,)</source>
            <translation>色彩、語言、按鍵、滑鼠與裝置（Ctrl+,）</translation>
        </message>
        <message>
            <source>Colours…</source>
            <translation>顏色…</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>備註</translation>
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
            <source>Copy the table</source>
            <translation>複製整個表格</translation>
        </message>
        <message>
            <source>Copy this row</source>
            <translation>複製這一列</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>冠狀面</translation>
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
            <source>Curtain</source>
            <translation>捲簾</translation>
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
            <source>Cut probabilities yourself first: MONAI compares a single class with exactly 1, so that 0.999 is background, and takes any probability above 0 of several classes for the class.</source>
            <translation>請先自行切分機率：單一類別時，MONAI 只認恰好等於 1 的值，因此 0.999 算背景；多個類別時，任何大於 0 的機率都算該類別。</translation>
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
            <source>Dice loss of a moved outline</source>
            <translation>輪廓位移的 Dice 損失</translation>
        </message>
        <message>
            <source>Dice loss with squares below, as V-Net had it: unsure voxels weigh less than in the linear one.</source>
            <translation>分母取平方的 Dice 損失，與 V-Net 相同：把握不足的體素，權重比線性版本低。</translation>
        </message>
        <message>
            <source>Dice {dice}. Found, invented and missed pixels have the colours of the overlay.</source>
            <translation>Dice {dice}。檢出、誤檢與漏檢的像素採用疊圖的顏色。</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>捨棄</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>執行</translation>
        </message>
        <message>
            <source>Do not use it; press again to take it back</source>
            <translation>不採用；再按一次可取消</translation>
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
            <source>Each bar shares out the pushing by outcome: wrong voxels get {tversky} % of Tversky's and {bce} % of BCE's.</source>
            <translation>長條依結果分配推力：錯誤的體素在 Tversky 占 {tversky} %，在 BCE 占 {bce} %。</translation>
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
            <source>Each prediction by what it invents and misses for each voxel found: the nearer to the corner at 0, the better. The thin line joins those that some α and β make best; the straight one turns with α and β and rests on the one that is best now. Grey: never best. Click a point to look at that prediction.</source>
            <translation>每個預測依其每檢出一個體素的誤檢與漏檢數量標示：越靠近 0 的角落越好。細線連接在某些 α 與 β 下最好的預測；直線隨 α 與 β 轉動，靠在目前最好的預測上。灰色：永遠不是最好。點一下某個點即可檢視該預測。</translation>
        </message>
        <message>
            <source>Each voxel as a square of one grey</source>
            <translation>每個體素顯示為單一灰階的方格</translation>
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
            <source>Every probability on this slice is 0 or 1, where the slope by the logit is 0, so nothing is pushed.</source>
            <translation>這個切面的機率全是 0 或 1，此時對 logit 的斜率為 0，因此完全沒有推力。</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>匯出</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>匯出中</translation>
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
            <source>False negative</source>
            <translation>偽陰性</translation>
        </message>
        <message>
            <source>False positive</source>
            <translation>偽陽性</translation>
        </message>
        <message>
            <source>False positives for each hit</source>
            <translation>每檢出一個體素的誤檢數</translation>
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
            <source>Fill</source>
            <translation>填色</translation>
        </message>
        <message>
            <source>Fill and outline</source>
            <translation>填色與輪廓</translation>
        </message>
        <message>
            <source>Fill it in below; nothing is compared so before you say so</source>
            <translation>請在下方填寫；確認之前不會這樣比較</translation>
        </message>
        <message>
            <source>Fill the regions</source>
            <translation>為區域填色</translation>
        </message>
        <message>
            <source>Fix</source>
            <translation>需修正</translation>
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
            <source>Folder…</source>
            <translation>資料夾…</translation>
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
            <source>Frameworks write the same loss in different ways. The list beside "Scores" shows the losses as one of them returns them, under its own symbols; "compare" shows one loss in all of them, says why the numbers differ, and sets the sliders from the parameters that you use elsewhere.</source>
            <translation>同一種損失，各框架的寫法不同。「分數」旁的清單，以其中一個框架的符號顯示它傳回的損失；「比較」則列出同一種損失在各框架的數值，說明為何不同，並可依您在別處使用的參數設定滑桿。</translation>
        </message>
        <message>
            <source>From the 0.5th to the 99.5th percentile of the intensities (Ctrl+J)</source>
            <translation>從強度的第 0.5 到第 99.5 百分位數（Ctrl+J）</translation>
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
            <source>Ground truth: open another</source>
            <translation>標準答案：開啟另一個</translation>
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
            <source>Heat map</source>
            <translation>熱圖</translation>
        </message>
        <message>
            <source>Heimann et al. 2009, IEEE TMI 28(8); as in MONAI</source>
            <translation>Heimann et al. 2009, IEEE TMI 28(8)；與 MONAI 相同</translation>
        </message>
        <message>
            <source>Held against</source>
            <translation>比較對象</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>Here α weighs misses and 1 − α false positives; the notes' text says the opposite. Code(0.7) is text(0.3, 0.7).</source>
            <translation>這裡 α 是漏檢的權重，1 − α 是偽陽性的權重；筆記的說明正好相反。程式碼的 0.7 相當於說明的（0.3, 0.7）。</translation>
        </message>
        <message>
            <source>Here α weighs misses and β false positives: the other way round from Salehi.</source>
            <translation>這裡 α 是漏檢的權重，β 是偽陽性的權重：與 Salehi 相反。</translation>
        </message>
        <message>
            <source>Hold {key} for the bare image</source>
            <translation>按住 {key} 只看影像</translation>
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
            <source>Huttenlocher 1993, IEEE TPAMI 15(9)</source>
            <translation>Huttenlocher 1993, IEEE TPAMI 15(9)</translation>
        </message>
        <message>
            <source>I use</source>
            <translation>我用的是</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>影像</translation>
        </message>
        <message>
            <source>Image, ground truth and predictions are listed here. Drop files anywhere on the window to open them.</source>
            <translation>影像、標準答案與預測都列在這裡。把檔案拖放到視窗任何地方即可開啟。</translation>
        </message>
        <message>
            <source>Image: open another</source>
            <translation>影像：開啟另一個</translation>
        </message>
        <message>
            <source>Images, masks, probability maps and sessions ({patterns})</source>
            <translation>影像、遮罩、機率圖與工作階段 ({patterns})</translation>
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
            <source>In a batch of two or more, 1.9.0 gives an absent class a weight from another sample and of another class; that is not reproduced here: one sample at a time agrees.</source>
            <translation>批次有兩個以上的樣本時，1.9.0 會把其他樣本、其他類別的權重給缺少的類別；這裡不重現這個行為：一次一個樣本時結果一致。</translation>
        </message>
        <message>
            <source>In a view {times} times wider, with nothing invented in it, the Tversky loss stays {tversky} and BCE fades from {bce} to {voxels}.</source>
            <translation>若視野擴大 {times} 倍而沒有新的誤檢，Tversky 損失維持 {tversky}，BCE 則從 {bce} 淡化到 {voxels}。</translation>
        </message>
        <message>
            <source>In both</source>
            <translation>兩者都有</translation>
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
            <source>Index by threshold</source>
            <translation>各閾值的指數</translation>
        </message>
        <message>
            <source>Invented</source>
            <translation>誤檢</translation>
        </message>
        <message>
            <source>Invented {noun}</source>
            <translation>誤檢 {noun}</translation>
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
            <source>It cannot become infinite; NaN comes only from NaN probabilities or 16-bit sums.</source>
            <translation>它不會變成無限大；只有機率為 NaN 或以 16 位元加總時，才會出現 NaN。</translation>
        </message>
        <message>
            <source>It does not cure small targets: as one shrinks the loss tends to that target's Dice loss, and the rarest class decides alone.</source>
            <translation>它無法解決小目標的問題：目標越小，損失越接近該目標的 Dice 損失，並由最稀少的類別單獨決定。</translation>
        </message>
        <message>
            <source>It expects logits, and takes the sigmoid of each class.</source>
            <translation>輸入應為 logit，並對每個類別取 sigmoid。</translation>
        </message>
        <message>
            <source>It expects logits, and takes the softmax over classes.</source>
            <translation>輸入應為 logit，並對類別取 softmax。</translation>
        </message>
        <message>
            <source>It expects probabilities, and refuses anything else.</source>
            <translation>輸入應為機率，其他一律拒絕。</translation>
        </message>
        <message>
            <source>It is averaged over classes, so that each sample keeps a number.</source>
            <translation>對類別取平均，因此每個樣本各有一個數值。</translation>
        </message>
        <message>
            <source>It is averaged over nothing, so that each class of each sample keeps a number.</source>
            <translation>不取平均，因此每個樣本的每個類別各有一個數值。</translation>
        </message>
        <message>
            <source>It is averaged over samples, so that each class keeps a number.</source>
            <translation>對樣本取平均，因此每個類別各有一個數值。</translation>
        </message>
        <message>
            <source>It lay on another grid and was brought onto the ground truth's: its counts are approximate.</source>
            <translation>它原本在另一個網格上，已轉換到標準答案的網格：計數是近似值。</translation>
        </message>
        <message>
            <source>It returns a number for each class, the background among them, not one for the batch; on volumes the code's axes [1, 2] leave one axis of space out, so it gives one for each column and class. Here all of space is summed.</source>
            <translation>它為每個類別（包括背景）各傳回一個數值，而不是整個批次一個；對立體影像，程式碼的軸 [1, 2] 漏了一個空間軸，因此每一行、每個類別各有一個數值。這裡對整個空間加總。</translation>
        </message>
        <message>
            <source>It returns minus the Dice: −1 is perfect, 0 the worst.</source>
            <translation>傳回 Dice 的負值：−1 是完美，0 最差。</translation>
        </message>
        <message>
            <source>It returns minus the IoU, from −1 to 0; the notes call it non-negative.</source>
            <translation>傳回 IoU 的負值，介於 −1 與 0；筆記卻說它不是負數。</translation>
        </message>
        <message>
            <source>It returns minus the index: −1 is perfect, 0 the worst.</source>
            <translation>傳回指數的負值：−1 是完美，0 最差。</translation>
        </message>
        <message>
            <source>It returns minus the index: −1 is perfect.</source>
            <translation>傳回指數的負值：−1 是完美。</translation>
        </message>
        <message>
            <source>It returns the index itself: 1 is perfect.</source>
            <translation>傳回指數本身：1 是完美。</translation>
        </message>
        <message>
            <source>It returns the score itself, of masks: 1 is perfect. Probabilities are cut at one half here first.</source>
            <translation>傳回遮罩的分數本身：1 是完美。這裡先以 0.5 為閾值切分機率。</translation>
        </message>
        <message>
            <source>It says nothing about where it lies and was laid voxel by voxel on the ground truth.</source>
            <translation>檔案沒有記錄位置，因此逐體素疊在標準答案上。</translation>
        </message>
        <message>
            <source>It sums all classes of all samples together.</source>
            <translation>所有樣本的所有類別合併加總。</translation>
        </message>
        <message>
            <source>It sums the classes of a sample together, each sample apart.</source>
            <translation>同一樣本的類別合併加總，各樣本分開。</translation>
        </message>
        <message>
            <source>It sums the samples of a batch together, each class apart.</source>
            <translation>同一批次的樣本合併加總，各類別分開。</translation>
        </message>
        <message>
            <source>It takes (truth, prediction), while torch losses take (prediction, truth): swapping them swaps false positives and misses, and so what α weighs, which shows only where α is not 0.5.</source>
            <translation>它的參數順序是（標準答案, 預測），torch 的損失則是（預測, 標準答案）：弄反就會對調偽陽性與漏檢，α 的意義也跟著對調，而這只有在 α 不是 0.5 時才看得出來。</translation>
        </message>
        <message>
            <source>Its smoothing is 10⁻⁶, that of the notes' Dice is 1 and that of their Tversky 1 over the pooled batch, so IoU = Dice/(2 − Dice) does not hold between them: the example with Dice 0.7 has IoU 0.5 and not 0.538.</source>
            <translation>它的平滑項是 10⁻⁶，筆記的 Dice 是 1，筆記的 Tversky 則是對合併批次加 1，因此三者之間不符合 IoU = Dice/(2 − Dice)：Dice 為 0.7 的例子，IoU 是 0.5 而不是 0.538。</translation>
        </message>
        <message>
            <source>Its square=True squares the terms of each voxel, which is not V-Net's denominator</source>
            <translation>它的 square=True 是對每個體素的項取平方，不是 V-Net 的分母</translation>
        </message>
        <message>
            <source>Its square=True squares the terms of each voxel, which is not V-Net's denominator.</source>
            <translation>它的 square=True 是對每個體素的項取平方，不是 V-Net 的分母。</translation>
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
            <source>Judge by the label looked at, or by the mean of the index over all labels</source>
            <translation>依目前的標籤，或依所有標籤指數的平均來評判</translation>
        </message>
        <message>
            <source>Keras has no IoU loss; its Tversky loss at α = β = 1 is one</source>
            <translation>Keras 沒有 IoU 損失；α = β = 1 的 Tversky 損失就是</translation>
        </message>
        <message>
            <source>Keras has no IoU loss; its Tversky loss at α = β = 1 is one.</source>
            <translation>Keras 沒有 IoU 損失；α = β = 1 的 Tversky 損失就是。</translation>
        </message>
        <message>
            <source>Keras has no focal Tversky loss</source>
            <translation>Keras 沒有 Focal Tversky 損失</translation>
        </message>
        <message>
            <source>Keras has no focal Tversky loss.</source>
            <translation>Keras 沒有 Focal Tversky 損失。</translation>
        </message>
        <message>
            <source>Keras has no generalised Dice loss</source>
            <translation>Keras 沒有廣義 Dice 損失</translation>
        </message>
        <message>
            <source>Keras has no generalised Dice loss.</source>
            <translation>Keras 沒有廣義 Dice 損失。</translation>
        </message>
        <message>
            <source>Keras has only linear denominators</source>
            <translation>Keras 只有線性分母</translation>
        </message>
        <message>
            <source>Keras has only linear denominators.</source>
            <translation>Keras 只有線性分母。</translation>
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
            <source>Keys, and what segdiff is (F1)</source>
            <translation>按鍵，以及關於 segdiff（F1）</translation>
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
            <source>Leave this file out.</source>
            <translation>不使用這個檔案。</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>左側</translation>
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
            <source>Left drag on the line of the curtain</source>
            <translation>左鍵拖曳捲簾的線</translation>
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
            <source>Let go to add {count} predictions</source>
            <translation>放開即可加入 {count} 個預測</translation>
        </message>
        <message>
            <source>Let go to add {file} as a prediction</source>
            <translation>放開即可將 {file} 加入為預測</translation>
        </message>
        <message>
            <source>Let go to open {count} files; names and contents tell what each is for</source>
            <translation>放開即可開啟 {count} 個檔案；用途由檔名與內容判斷</translation>
        </message>
        <message>
            <source>Let go to open {file} as it was saved</source>
            <translation>放開即可開啟儲存時的 {file}</translation>
        </message>
        <message>
            <source>Let go to open {file} as the ground truth</source>
            <translation>放開即可將 {file} 開啟為標準答案</translation>
        </message>
        <message>
            <source>Let go to open {file} as the image</source>
            <translation>放開即可將 {file} 開啟為影像</translation>
        </message>
        <message>
            <source>Let go to open {file}; over a row of the case panel it takes that role</source>
            <translation>放開即可開啟 {file}；放在案例面板的某一列上，就採用該角色</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>窗位</translation>
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
            <source>Liver</source>
            <translation>肝臟</translation>
        </message>
        <message>
            <source>Locate it…</source>
            <translation>尋找檔案…</translation>
        </message>
        <message>
            <source>Look at the file as it is now. The numbers may differ from those of the session.</source>
            <translation>使用檔案目前的內容。數值可能與工作階段儲存的不同。</translation>
        </message>
        <message>
            <source>Look at the synthetic demo</source>
            <translation>看看合成的示範案例</translation>
        </message>
        <message>
            <source>Looking at the files</source>
            <translation>正在查看檔案</translation>
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
            <source>Losses are computed from probabilities as they are, metrics from the mask at the threshold. A dash means that a number is not defined here, a star that 0/0 was counted by a rule; rest the pointer on it for the reason.</source>
            <translation>損失直接以機率計算，指標則以閾值切出的遮罩計算。橫線表示該數值在此沒有定義，星號表示 0/0 依規則計算；把游標停在上面可看原因。</translation>
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
            <source>Lung</source>
            <translation>肺</translation>
        </message>
        <message>
            <source>MONAI</source>
            <translation>MONAI</translation>
        </message>
        <message>
            <source>MONAI adds focal loss to Dice (DiceFocalLoss), not to Tversky</source>
            <translation>MONAI 把 Focal 損失加到 Dice（DiceFocalLoss），而不是 Tversky</translation>
        </message>
        <message>
            <source>MONAI adds focal loss to Dice (DiceFocalLoss), not to Tversky.</source>
            <translation>MONAI 把 Focal 損失加到 Dice（DiceFocalLoss），而不是 Tversky。</translation>
        </message>
        <message>
            <source>MONAI computes it in 32 bits; here it is in 64.</source>
            <translation>MONAI 以 32 位元計算；這裡以 64 位元計算。</translation>
        </message>
        <message>
            <source>MONAI has no symmetric one; its AsymmetricFocalTverskyLoss takes 1 − γ as exponent</source>
            <translation>MONAI 沒有對稱的版本；AsymmetricFocalTverskyLoss 以 1 − γ 為次方</translation>
        </message>
        <message>
            <source>MONAI has no symmetric one; its AsymmetricFocalTverskyLoss takes 1 − γ as exponent.</source>
            <translation>MONAI 沒有對稱的版本；AsymmetricFocalTverskyLoss 以 1 − γ 為次方。</translation>
        </message>
        <message>
            <source>MONAI metrics</source>
            <translation>MONAI 指標</translation>
        </message>
        <message>
            <source>MONAI takes torch's own.</source>
            <translation>MONAI 使用 torch 內建的。</translation>
        </message>
        <message>
            <source>Magnified</source>
            <translation>放大方式</translation>
        </message>
        <message>
            <source>Making the synthetic demo</source>
            <translation>正在製作合成的示範案例</translation>
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
            <source>Mend it before it is used; press again to take it back</source>
            <translation>修正後才採用；再按一次可取消</translation>
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
            <translation>漏檢 {what} 的一部分</translation>
        </message>
        <message>
            <source>Missed {what}</source>
            <translation>漏檢 {what}</translation>
        </message>
        <message>
            <source>Misses for each hit</source>
            <translation>每檢出一個體素的漏檢數</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
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
            <source>NIfTI, DICOM, NRRD, MetaImage, MATLAB, NumPy, PNG, TIFF or JPEG.
Masks hold whole numbers or colours, probability maps numbers from 0 to 1.</source>
            <translation>支援 NIfTI、DICOM、NRRD、MetaImage、MATLAB、NumPy、PNG、TIFF 或 JPEG。
遮罩以整數或顏色儲存，機率圖以 0 到 1 的數值儲存。</translation>
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
            <source>No prediction found a voxel of this label, so no costs make one better than another.</source>
            <translation>沒有任何預測檢出這個標籤的體素，因此無論代價如何，都分不出高下。</translation>
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
            <source>No α and β make {letter} best: at any price of a miss, {others} is ahead of it.</source>
            <translation>沒有任何 α 與 β 能讓 {letter} 最好：無論漏檢的代價多少，{others} 都領先。</translation>
        </message>
        <message>
            <source>No α and β make {letter} best: for each voxel found, {others} neither invents more nor misses more.</source>
            <translation>沒有任何 α 與 β 能讓 {letter} 最好：每檢出一個體素，{others} 的誤檢與漏檢都不比它多。</translation>
        </message>
        <message>
            <source>No α and β make {letter} best: it found nothing.</source>
            <translation>沒有任何 α 與 β 能讓 {letter} 最好：它什麼也沒檢出。</translation>
        </message>
        <message>
            <source>No α and β make {letter} best: there is nothing to find, and {others} invents nothing.</source>
            <translation>沒有任何 α 與 β 能讓 {letter} 最好：本來就沒有可檢出的體素，而 {others} 沒有誤檢。</translation>
        </message>
        <message>
            <source>Not exported</source>
            <translation>無法匯出</translation>
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
            <source>Not restored</source>
            <translation>無法還原</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>尚未儲存</translation>
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
            <source>Nothing</source>
            <translation>無</translation>
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
            <source>Nothing was opened yet</source>
            <translation>還沒有開啟過任何檔案</translation>
        </message>
        <message>
            <source>Of a prediction that is wrong in every voxel it returns 100, not 16.118.</source>
            <translation>預測的每個體素都錯時，傳回 100 而不是 16.118。</translation>
        </message>
        <message>
            <source>Of a prediction that is wrong in every voxel it returns 16.118, not 8.059.</source>
            <translation>預測的每個體素都錯時，傳回 16.118 而不是 8.059。</translation>
        </message>
        <message>
            <source>Of a prediction that is wrong in every voxel it returns inf, not 16.118.</source>
            <translation>預測的每個體素都錯時，傳回無限大而不是 16.118。</translation>
        </message>
        <message>
            <source>Of a prediction that is wrong in every voxel it returns inf, not 8.059.</source>
            <translation>預測的每個體素都錯時，傳回無限大而不是 8.059。</translation>
        </message>
        <message>
            <source>Of a single class it is the Dice loss: weights do not matter. If the truth is empty the weight is 0, so the loss is 0 whatever was predicted.</source>
            <translation>只有一個類別時就是 Dice 損失：權重沒有影響。標準答案為空時權重是 0，因此不論預測什麼，損失都是 0。</translation>
        </message>
        <message>
            <source>Of a single class the generalised Dice loss is the Dice loss: give the background as a class of its own.</source>
            <translation>只有一個類別時，廣義 Dice 損失就是 Dice 損失：請把背景當作獨立的類別。</translation>
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
            <source>Of the voxels given about p, which share is of the ground truth. On the dashed line the probabilities mean what they say; below it they promise too much. Brier: mean squared error. The mean distance from the dashed line over all voxels (ECE) is {error}.</source>
            <translation>機率約為 p 的體素中，有多少比例屬於標準答案。落在虛線上，表示機率名副其實；在虛線下方，表示機率過度樂觀。Brier 是均方誤差。所有體素與虛線的平均距離（ECE）是 {error}。</translation>
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
            <source>On a softmax of more than two classes this is not the cross-entropy: it adds −ln(1 − p) of every other class.</source>
            <translation>對兩個以上類別的 softmax，它不是交叉熵：它還加上其他每個類別的 −ln(1 − p)。</translation>
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
            <source>Only files and folders of this computer can be dropped here; save it as a file first.</source>
            <translation>這裡只能拖放這台電腦的檔案與資料夾；請先存成檔案。</translation>
        </message>
        <message>
            <source>Only in the other one</source>
            <translation>只在另一個</translation>
        </message>
        <message>
            <source>Only in the prediction</source>
            <translation>只在預測</translation>
        </message>
        <message>
            <source>Only pairs with α + β = 1 can be had, so α = β = 1, which the notes call Jaccard, is out of reach.</source>
            <translation>只能採用 α + β = 1 的組合，因此無法使用筆記稱為 Jaccard 的 α = β = 1。</translation>
        </message>
        <message>
            <source>Only the ratio of the two costs decides which of two predictions is ahead. α&amp;nbsp;=&amp;nbsp;β&amp;nbsp;=&amp;nbsp;½ is Dice, α&amp;nbsp;=&amp;nbsp;β&amp;nbsp;=&amp;nbsp;1 is IoU.</source>
            <translation>兩個預測何者領先，只取決於兩種代價的比例。α&amp;nbsp;=&amp;nbsp;β&amp;nbsp;=&amp;nbsp;½ 就是 Dice，α&amp;nbsp;=&amp;nbsp;β&amp;nbsp;=&amp;nbsp;1 就是 IoU。</translation>
        </message>
        <message>
            <source>Only the true class of a voxel counts.</source>
            <translation>每個體素只計正確類別。</translation>
        </message>
        <message>
            <source>Opacity of {name}</source>
            <translation>{name}的不透明度</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>開啟資料夾</translation>
        </message>
        <message>
            <source>Open a folder: its files, its DICOM series or its cases (Ctrl+Alt+O)</source>
            <translation>開啟資料夾：其中的檔案、DICOM 序列或案例（Ctrl+Alt+O）</translation>
        </message>
        <message>
            <source>Open a ground truth</source>
            <translation>開啟標準答案</translation>
        </message>
        <message>
            <source>Open a second prediction to see which of them is best, and at which costs.</source>
            <translation>再開啟一個預測，就能看出在哪些代價下哪一個最好。</translation>
        </message>
        <message>
            <source>Open an image</source>
            <translation>開啟影像</translation>
        </message>
        <message>
            <source>Open an image, a ground truth and predictions (Ctrl+O)</source>
            <translation>開啟影像、標準答案與預測（Ctrl+O）</translation>
        </message>
        <message>
            <source>Open files</source>
            <translation>開啟檔案</translation>
        </message>
        <message>
            <source>Open folder…</source>
            <translation>開啟資料夾…</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open it anyway</source>
            <translation>仍要開啟</translation>
        </message>
        <message>
            <source>Open predictions</source>
            <translation>開啟預測</translation>
        </message>
        <message>
            <source>Open the others</source>
            <translation>開啟其他檔案</translation>
        </message>
        <message>
            <source>Open without saving</source>
            <translation>不儲存就開啟</translation>
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
            <source>Other colours, or the usual ones again; where outlines run</source>
            <translation>更改顏色或恢復預設；輪廓的位置</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>輪廓</translation>
        </message>
        <message>
            <source>Outline probability maps between voxels</source>
            <translation>在體素之間畫機率圖的輪廓</translation>
        </message>
        <message>
            <source>Outline the regions, so that the anatomy shows</source>
            <translation>只畫區域的輪廓，露出解剖構造</translation>
        </message>
        <message>
            <source>Outlines</source>
            <translation>輪廓</translation>
        </message>
        <message>
            <source>Overlay</source>
            <translation>疊圖</translation>
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
            <source>Picture</source>
            <translation>影像</translation>
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
            <source>Predictions</source>
            <translation>預測</translation>
        </message>
        <message>
            <source>Predictions by false positives and misses for each hit</source>
            <translation>各預測每檢出一個體素的誤檢數與漏檢數</translation>
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
            <source>Probabilities are clipped at both ends, so even a perfect voxel costs 10⁻⁷.</source>
            <translation>機率在兩端截斷，因此即使完美的體素，代價也有 10⁻⁷。</translation>
        </message>
        <message>
            <source>Probabilities are cut at one half first.</source>
            <translation>機率先以 0.5 為閾值切成遮罩。</translation>
        </message>
        <message>
            <source>Probabilities are kept 1e-07 from 1.</source>
            <translation>機率與 1 至少相差 1e-07。</translation>
        </message>
        <message>
            <source>Probabilities are not clipped.</source>
            <translation>機率不截斷。</translation>
        </message>
        <message>
            <source>Probabilities outside 0 to 1, and NaN, raise an error. pos_weight weighs voxels of the truth, of logits only.</source>
            <translation>機率超出 0 到 1 或為 NaN 時會出錯。pos_weight 是標準答案體素的權重，只適用於 logit。</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>放回</translation>
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
            <source>Read the files again as they are now. Costs, colours and the place you look at stay.</source>
            <translation>重新讀取檔案目前的內容。代價、色彩與觀看位置維持不變。</translation>
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
            <source>Recent</source>
            <translation>最近開啟</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>區域</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>拒絕</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>重新載入</translation>
        </message>
        <message>
            <source>Remove from the case</source>
            <translation>從案例移除</translation>
        </message>
        <message>
            <source>Report as HTML, with file names…</source>
            <translation>報告存成 HTML，附檔名…</translation>
        </message>
        <message>
            <source>Report as HTML…</source>
            <translation>報告存成 HTML…</translation>
        </message>
        <message>
            <source>Report as PDF…</source>
            <translation>報告存成 PDF…</translation>
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
            <source>Restore</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Restore without saving</source>
            <translation>不儲存就還原</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>右側</translation>
        </message>
        <message>
            <source>Right click or Ctrl+C on a score</source>
            <translation>在分數上按右鍵或 Ctrl+C</translation>
        </message>
        <message>
            <source>Rim of {what}</source>
            <translation>{what} 的邊緣</translation>
        </message>
        <message>
            <source>Rise per missed lesion</source>
            <translation>漏檢各病灶的增加量</translation>
        </message>
        <message>
            <source>Rivals</source>
            <translation>勝負</translation>
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
            <source>Sagittal</source>
            <translation>矢狀面</translation>
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
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Save session</source>
            <translation>儲存工作階段</translation>
        </message>
        <message>
            <source>Save session as…</source>
            <translation>另存工作階段…</translation>
        </message>
        <message>
            <source>Save the changes to {name}?</source>
            <translation>要儲存對 {name} 的變更嗎？</translation>
        </message>
        <message>
            <source>Save the session</source>
            <translation>儲存工作階段</translation>
        </message>
        <message>
            <source>Save the session with your verdicts?</source>
            <translation>要儲存工作階段和您的判定嗎？</translation>
        </message>
        <message>
            <source>Save the session, or take away pictures, scores and a report</source>
            <translation>儲存工作階段，或匯出圖片、分數與報告</translation>
        </message>
        <message>
            <source>Say where the file is now.</source>
            <translation>指出檔案目前的位置。</translation>
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
            <source>Scores as CSV…</source>
            <translation>分數存成 CSV…</translation>
        </message>
        <message>
            <source>Scores as JSON…</source>
            <translation>分數存成 JSON…</translation>
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
            <source>Show or hide the case, its labels and the overlay</source>
            <translation>顯示或隱藏案例、標籤與疊圖</translation>
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
            <source>Shows or hides the overlay</source>
            <translation>顯示或隱藏疊圖</translation>
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
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>Smoothly, however large</source>
            <translation>一律平滑</translation>
        </message>
        <message>
            <source>Smoothly, until voxels are large on the screen</source>
            <translation>平滑，直到畫面上的體素夠大為止</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>軟組織</translation>
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
            <source>Space</source>
            <translation>空白鍵</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>特異度</translation>
        </message>
        <message>
            <source>Squares stand below: Σp² + Σg².</source>
            <translation>分母取平方：Σp² + Σg²。</translation>
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
            <source>TP is taken from Σ|p − g|, which matters for soft truths only.</source>
            <translation>TP 由 Σ|p − g| 推算，只有標準答案是機率時才有影響。</translation>
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
            <source>Tabs that have no room here</source>
            <translation>這裡放不下的分頁</translation>
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
            <source>The Dice part is negative, so the sum goes down to −1.</source>
            <translation>Dice 部分是負值，因此總和最低到 −1。</translation>
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
            <source>The Tversky index of each prediction, at these costs, if cut elsewhere. Click to cut there.</source>
            <translation>在這組代價下，每個預測換用其他閾值時的 Tversky 指數。按一下即可改用該閾值。</translation>
        </message>
        <message>
            <source>The Tversky index: lighter is better; β is 1 − α. The line joins the best threshold of each α; the ring is where you are. Click to go elsewhere.</source>
            <translation>Tversky 指數：越亮越好；β 等於 1 − α。線條連接每個 α 的最佳閾值，圓圈是目前的位置。按一下可移到別處。</translation>
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
            <source>The case after this one (Ctrl+PageDown)</source>
            <translation>下一個案例（Ctrl+PageDown）</translation>
        </message>
        <message>
            <source>The case before this one (Ctrl+PageUp)</source>
            <translation>上一個案例（Ctrl+PageUp）</translation>
        </message>
        <message>
            <source>The case was opened without its list.</source>
            <translation>此案例已開啟，但沒有它的清單。</translation>
        </message>
        <message>
            <source>The channels of its file were put through a softmax.</source>
            <translation>檔案的各通道已套用 softmax。</translation>
        </message>
        <message>
            <source>The class smooths with 1; its trainer passes 10⁻⁵ and leaves the background out.</source>
            <translation>類別預設平滑項為 1；訓練器傳入 10⁻⁵，並排除背景。</translation>
        </message>
        <message>
            <source>The cross-entropy's, damped by (1 − p)^γ where the voxel is already nearly right.</source>
            <translation>與交叉熵相同，但已接近正確的體素以 (1 − p)^γ 減弱。</translation>
        </message>
        <message>
            <source>The denominator is at least 1e-05.</source>
            <translation>分母至少是 1e-05。</translation>
        </message>
        <message>
            <source>The denominator is at least 1e-07.</source>
            <translation>分母至少是 1e-07。</translation>
        </message>
        <message>
            <source>The denominator is at least 1e-08.</source>
            <translation>分母至少是 1e-08。</translation>
        </message>
        <message>
            <source>The exponent 0.75 is below 1: cases that are already good weigh more, and towards a perfect fit the gradient grows without bound.</source>
            <translation>次方 0.75 小於 1：表現已經好的案例權重較高，而越接近完全吻合，梯度越是無限增大。</translation>
        </message>
        <message>
            <source>The exponent is 1/γ = 0.75: below 1, so cases that are already good weigh more, against the focal loss's intent.</source>
            <translation>次方是 1/γ = 0.75：小於 1，因此表現已經好的案例權重較高，與 Focal 損失的用意相反。</translation>
        </message>
        <message>
            <source>The exponent is 1/γ, 0.75 by default.</source>
            <translation>次方是 1/γ，預設 0.75。</translation>
        </message>
        <message>
            <source>The exponent is γ, 0.75 by default.</source>
            <translation>次方是 γ，預設 0.75。</translation>
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
            <source>The first of several classes takes part.</source>
            <translation>多個類別時，第一個類別也納入計算。</translation>
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
            <source>The ground truth is one file, and these are {count}; drop that one alone.</source>
            <translation>標準答案只能是一個檔案，這裡有 {count} 個；請只拖放那一個。</translation>
        </message>
        <message>
            <source>The harmonic mean of lesion recall and lesion precision; 0 as soon as nothing matches.</source>
            <translation>病灶召回率與病灶精確率的調和平均；完全不符合時為 0。</translation>
        </message>
        <message>
            <source>The image is one file, and these are {count}; drop that one alone.</source>
            <translation>影像只能是一個檔案，這裡有 {count} 個；請只拖放那一個。</translation>
        </message>
        <message>
            <source>The loss is {soft} of the probabilities and {hard} of the mask: the map is so sure that both say the same.</source>
            <translation>以機率計的損失是 {soft}，以遮罩計是 {hard}：機率圖很有把握，兩者一致。</translation>
        </message>
        <message>
            <source>The loss is {soft} of the probabilities and {hard} of the mask: {reasons}.</source>
            <translation>以機率計的損失是 {soft}，以遮罩計是 {hard}：{reasons}。</translation>
        </message>
        <message>
            <source>The mean does not divide by the number of classes.</source>
            <translation>平均不除以類別數。</translation>
        </message>
        <message>
            <source>The mean over {over} labels is &lt;b&gt;{value}&lt;/b&gt; at these costs. The plane was computed at {size} × {size} costs.</source>
            <translation>在這組代價下，{over} 個標籤的平均是 &lt;b&gt;{value}&lt;/b&gt;。平面是以 {size} × {size} 組代價算出的。</translation>
        </message>
        <message>
            <source>The notes add a map of voxels to a vector of classes, which does not broadcast for several classes</source>
            <translation>筆記把體素圖與類別向量相加，多個類別時無法廣播</translation>
        </message>
        <message>
            <source>The notes cite V-Net but do not square; convention vnet does</source>
            <translation>筆記引用 V-Net，卻沒有取平方；慣例 vnet 才有</translation>
        </message>
        <message>
            <source>The notes cite V-Net but do not square; convention vnet does.</source>
            <translation>筆記引用 V-Net，卻沒有取平方；慣例 vnet 才有。</translation>
        </message>
        <message>
            <source>The notes found that it overfits. The formula says something near: in expectation it is best at probabilities of 0 and 1, so it makes maps over-confident.</source>
            <translation>筆記發現它會過度擬合。公式說明了類似的事：期望值在機率為 0 與 1 時最好，因此會讓機率圖過度自信。</translation>
        </message>
        <message>
            <source>The notes give no weights and add a map of voxels to a vector of classes, which broadcasts only for one class, or by accident where there are as many classes as columns. Add two means, each with a stated weight.</source>
            <translation>筆記沒有寫權重，並把體素圖與類別向量相加；這只有在單一類別，或類別數恰好等於行數時才能廣播。應該把兩個平均相加，並寫明各自的權重。</translation>
        </message>
        <message>
            <source>The notes give only the title; this is Lin's focal loss plus the notes' Tversky. Other readings are the power of it (focal_tversky_loss) and the unified focal loss.</source>
            <translation>筆記只有標題；這裡是 Lin 的 Focal 損失加上筆記的 Tversky。其他解讀是取次方（focal_tversky_loss）與 unified focal 損失。</translation>
        </message>
        <message>
            <source>The notes name a focal loss only in a title; convention lin has it</source>
            <translation>筆記只在標題提到 Focal 損失；慣例 lin 才有</translation>
        </message>
        <message>
            <source>The notes name a focal loss only in a title; convention lin has it.</source>
            <translation>筆記只在標題提到 Focal 損失；慣例 lin 才有。</translation>
        </message>
        <message>
            <source>The notes put a binary cross-entropy after their softmax</source>
            <translation>筆記在 softmax 之後使用二元交叉熵</translation>
        </message>
        <message>
            <source>The notes put a binary cross-entropy after their softmax.</source>
            <translation>筆記在 softmax 之後使用二元交叉熵。</translation>
        </message>
        <message>
            <source>The notes show the generalised Dice loss only as a picture; convention sudre has the paper's</source>
            <translation>筆記的廣義 Dice 損失只有圖片；慣例 sudre 有論文的版本</translation>
        </message>
        <message>
            <source>The notes show the generalised Dice loss only as a picture; convention sudre has the paper's.</source>
            <translation>筆記的廣義 Dice 損失只有圖片；慣例 sudre 有論文的版本。</translation>
        </message>
        <message>
            <source>The notes' gradient 2t²/(p + t)² is that of the coefficient of a single voxel. Of a picture, every voxel of the truth has the same gradient and every other voxel another one, neither larger than 2/(Σp + Σg + 1).</source>
            <translation>筆記的梯度 2t²/(p + t)² 是單一體素係數的梯度。對整張影像，標準答案的每個體素梯度都相同，其餘體素則是另一個值，兩者都不大於 2/(Σp + Σg + 1)。</translation>
        </message>
        <message>
            <source>The numbers</source>
            <translation>數值</translation>
        </message>
        <message>
            <source>The other reading of the notes' title: the power, as in the repository their code comes from.</source>
            <translation>筆記標題的另一種解讀：取次方，與其程式碼來源的儲存庫相同。</translation>
        </message>
        <message>
            <source>The p − t that the notes call the gradient of softmax is that of the cross-entropy after a softmax, by the logit; the notes compare it with a Dice gradient by the probability. By the logit, Dice's is that times p(1 − p).</source>
            <translation>筆記稱為 softmax 梯度的 p − t，是交叉熵經 softmax 後對 logit 的梯度；筆記卻拿它和 Dice 對機率的梯度比較。Dice 對 logit 的梯度還要乘以 p(1 − p)。</translation>
        </message>
        <message>
            <source>The paper divides by the number of positive anchors; for segmentations the mean over voxels is usual, and taken here.</source>
            <translation>論文除以正樣本錨框的數量；分割通常對體素取平均，這裡也是如此。</translation>
        </message>
        <message>
            <source>The paper it cites (V-Net) has squares below; this has none, which is another loss.</source>
            <translation>它引用的論文（V-Net）分母取平方；這裡沒有，因此是另一種損失。</translation>
        </message>
        <message>
            <source>The paper makes the coefficient large; the loss is one minus it.</source>
            <translation>論文要把係數放大；損失是 1 減去它。</translation>
        </message>
        <message>
            <source>The picture could not be written to {path}.</source>
            <translation>無法將圖片寫入 {path}。</translation>
        </message>
        <message>
            <source>The plane is of</source>
            <translation>平面的對象</translation>
        </message>
        <message>
            <source>The plane shows</source>
            <translation>平面顯示</translation>
        </message>
        <message>
            <source>The power is taken of the mean over classes, not of each.</source>
            <translation>先對類別取平均再取次方，而不是各別取次方。</translation>
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
            <source>The smoothing is added to twice the sums, so it is half of what it would be in Tversky's form.</source>
            <translation>平滑項加在兩倍的總和上，因此作用是 Tversky 形式的一半。</translation>
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
            <source>The text calls I/U the loss; that is the index, which is to be made large. The loss is one minus it.</source>
            <translation>說明把 I/U 稱為損失；其實那是越大越好的指數，損失是 1 減去它。</translation>
        </message>
        <message>
            <source>The text calls the loss the similarity of two contours; the coefficient is the similarity, of two regions, and the loss is one minus it.</source>
            <translation>說明把損失稱為兩個輪廓的相似度；其實係數才是相似度，比較的是兩個區域，而損失是 1 減去它。</translation>
        </message>
        <message>
            <source>The toy learns from images of one channel, and this one is in colour.</source>
            <translation>小模型只能學習單通道影像，而這張是彩色影像。</translation>
        </message>
        <message>
            <source>The truth is soft and the prediction hard: they may have been swapped, which swaps false positives and misses, and so α and β.</source>
            <translation>標準答案是機率，預測卻是二元遮罩：兩者可能對調了，這會使偽陽性與漏檢互換，α 與 β 也隨之互換。</translation>
        </message>
        <message>
            <source>The values of its file were put through a sigmoid.</source>
            <translation>檔案的數值已套用 sigmoid。</translation>
        </message>
        <message>
            <source>The volume, or its square, is at least 1e-05 before it is inverted.</source>
            <translation>體積或其平方，取倒數之前至少是 1e-05。</translation>
        </message>
        <message>
            <source>The way there</source>
            <translation>訓練的路徑</translation>
        </message>
        <message>
            <source>The weights 1/V² are infinite for a class that is absent from the truth, of which the paper says nothing; here it takes the largest weight of the others.</source>
            <translation>標準答案沒有的類別，權重 1/V² 是無限大，論文沒有說明如何處理；這裡採用其他類別中最大的權重。</translation>
        </message>
        <message>
            <source>The weights 1/V² let the rarest label decide: as a target shrinks, this tends to that target's Dice loss.</source>
            <translation>權重 1/V² 讓最稀少的標籤主導：目標越小，結果越接近該目標的 Dice 損失。</translation>
        </message>
        <message>
            <source>The whole batch is pooled, so a small object is judged together with the large ones beside it.</source>
            <translation>整個批次合併計算，因此小物件會與旁邊的大物件一起評分。</translation>
        </message>
        <message>
            <source>There is no error in this label: the prediction and the ground truth agree on it.</source>
            <translation>這個標籤沒有錯誤：預測與標準答案一致。</translation>
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
            <source>There is nothing to save yet; open some files first.</source>
            <translation>還沒有可儲存的內容；請先開啟檔案。</translation>
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
            <source>True positive</source>
            <translation>真陽性</translation>
        </message>
        <message>
            <source>Truth left of a line to drag, prediction right of it (V)</source>
            <translation>可拖曳的線左邊是標準答案，右邊是預測（V）</translation>
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
            <source>Two empty masks get the largest number there is.</source>
            <translation>兩個空遮罩得到可表示的最大數值。</translation>
        </message>
        <message>
            <source>Two empty masks have a Dice of 1.</source>
            <translation>兩個空遮罩的 Dice 是 1。</translation>
        </message>
        <message>
            <source>Two empty masks have a Jaccard of 1.</source>
            <translation>兩個空遮罩的 Jaccard 是 1。</translation>
        </message>
        <message>
            <source>Two empty masks have an infinite Dice.</source>
            <translation>兩個空遮罩的 Dice 是無限大。</translation>
        </message>
        <message>
            <source>Two empty masks have no Dice (NaN), although their Jaccard is 1.</source>
            <translation>兩個空遮罩沒有 Dice（NaN），但 Jaccard 是 1。</translation>
        </message>
        <message>
            <source>Two empty masks have no IoU (NaN), although their Dice is 1.</source>
            <translation>兩個空遮罩沒有 IoU（NaN），但 Dice 是 1。</translation>
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
            <source>Use it as it is; press again to take it back</source>
            <translation>直接採用；再按一次可取消</translation>
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
            <source>Usual colours</source>
            <translation>預設顏色</translation>
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
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Verdict on the region</source>
            <translation>對這個區域的判定</translation>
        </message>
        <message>
            <source>Verdicts as CSV, with file names…</source>
            <translation>判定存成 CSV，附檔名…</translation>
        </message>
        <message>
            <source>View as PNG…</source>
            <translation>畫面存成 PNG…</translation>
        </message>
        <message>
            <source>View as SVG…</source>
            <translation>畫面存成 SVG…</translation>
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
            <source>Voxels</source>
            <translation>體素</translation>
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
            <source>What is 0/0 is left out of the mean.</source>
            <translation>0/0 的結果不列入平均。</translation>
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
            <source>What the code calls union is Σy + Σp, the sum of both, not their union.</source>
            <translation>程式碼稱為聯集的 Σy + Σp 是兩者之和，不是聯集。</translation>
        </message>
        <message>
            <source>What to open</source>
            <translation>要開啟什麼</translation>
        </message>
        <message>
            <source>What was opened last</source>
            <translation>上次開啟的內容</translation>
        </message>
        <message>
            <source>What you see</source>
            <translation>您看到的是</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>滾輪</translation>
        </message>
        <message>
            <source>When the whole batch has no true voxel it scores the background instead: 100 invented voxels of 65,536 then cost almost nothing (−0.9985), while one true voxel elsewhere in the batch turns the same prediction into −0.0100.</source>
            <translation>整個批次都沒有正確標籤的體素時，改為計算背景的分數：65,536 個體素中誤檢 100 個，幾乎沒有代價（−0.9985）；只要批次中別處有一個正確標籤的體素，同樣的預測就變成 −0.0100。</translation>
        </message>
        <message>
            <source>Where is {name} now?</source>
            <translation>{name} 現在在哪裡？</translation>
        </message>
        <message>
            <source>Where the map crosses the threshold, instead of along the edges of voxels</source>
            <translation>沿著機率圖通過閾值的位置，而不是體素的邊緣</translation>
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
            <source>Whether the truth is empty is asked of the whole batch, and only while Keras runs eagerly: an empty sample beside one that is not gets almost 0, a batch of empty ones almost −1.</source>
            <translation>標準答案是否為空，是對整個批次判斷，而且只在 Keras 即時執行時判斷：空樣本旁邊若有非空樣本，結果接近 0；整批都空，結果接近 −1。</translation>
        </message>
        <message>
            <source>Which threshold suits these costs</source>
            <translation>哪個閾值適合這組代價</translation>
        </message>
        <message>
            <source>Who can be best</source>
            <translation>誰可能最好</translation>
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
            <source>Width</source>
            <translation>窗寬</translation>
        </message>
        <message>
            <source>Width, depth and height of the box around it</source>
            <translation>外框的寬、深、高</translation>
        </message>
        <message>
            <source>Window for CT</source>
            <translation>CT 窗</translation>
        </message>
        <message>
            <source>With from_logits=False its mode "multiclass" feeds ln p to that sigmoid, so a perfect voxel still costs a quarter of ln 2 over the number of classes.</source>
            <translation>from_logits=False 時，multiclass 模式把 ln p 送進 sigmoid，因此完美的體素仍有代價：ln 2 的四分之一除以類別數。</translation>
        </message>
        <message>
            <source>With no true voxel in the whole batch, the background is scored instead.</source>
            <translation>整個批次都沒有正確標籤的體素時，改為計算背景的分數。</translation>
        </message>
        <message>
            <source>With several classes each is taken by itself through a sigmoid, not together through a softmax.</source>
            <translation>多個類別時，各自取 sigmoid，而不是一起取 softmax。</translation>
        </message>
        <message>
            <source>With several classes it is DC_and_CE_loss: cross-entropy, and Dice without the background.</source>
            <translation>多個類別時是 DC_and_CE_loss：交叉熵，加上不含背景的 Dice。</translation>
        </message>
        <message>
            <source>With several classes its mean also divides by their number.</source>
            <translation>多個類別時，平均還要除以類別數。</translation>
        </message>
        <message>
            <source>With several classes the first part is the cross-entropy, and Dice takes the background in.</source>
            <translation>多個類別時，第一部分是交叉熵，Dice 則納入背景。</translation>
        </message>
        <message>
            <source>With soft truth the loss is not smallest where the prediction equals it, unless soft_label=True.</source>
            <translation>標準答案是機率時，除非 soft_label=True，否則預測與它相等時損失並非最小。</translation>
        </message>
        <message>
            <source>With sum_over_classes=False it gives Dice for each class instead, where weights have no say.</source>
            <translation>sum_over_classes=False 時，改為給出每個類別的 Dice，權重沒有作用。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it is 1.</source>
            <translation>標準答案與預測都空時為 1。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it returns -1, not 0.</source>
            <translation>標準答案與預測都空時，傳回 -1 而不是 0。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it returns 1, not 0.</source>
            <translation>標準答案與預測都空時，傳回 1 而不是 0。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it returns 1.7977e+308, not 0.</source>
            <translation>標準答案與預測都空時，傳回 1.7977e+308 而不是 0。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it returns inf, not 0.</source>
            <translation>標準答案與預測都空時，傳回 無限大 而不是 0。</translation>
        </message>
        <message>
            <source>With truth and prediction both empty it returns nan, not 0.</source>
            <translation>標準答案與預測都空時，傳回 nan 而不是 0。</translation>
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
            <source>Without saving they are lost.</source>
            <translation>不儲存就會遺失。</translation>
        </message>
        <message>
            <source>Worst slice</source>
            <translation>最差切面</translation>
        </message>
        <message>
            <source>Wrong voxels get {tversky} % of Tversky's pushing and none of BCE's, whose slope is cut off at probabilities of 0 and 1.</source>
            <translation>錯誤的體素占 Tversky 推力的 {tversky}%，BCE 則完全不推：它的斜率在機率 0 與 1 處被截斷。</translation>
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
            <source>Your last session was not saved</source>
            <translation>上一個工作階段沒有儲存</translation>
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
            <source>accepted</source>
            <translation>已接受</translation>
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
            <source>best at every α and β</source>
            <translation>在任何 α 與 β 下都最好</translation>
        </message>
        <message>
            <source>best at this α, β: {threshold}</source>
            <translation>此 α、β 的最佳閾值：{threshold}</translation>
        </message>
        <message>
            <source>best once a missed voxel costs more than {low} extra voxels</source>
            <translation>漏檢一個體素的代價高於誤檢 {low} 個體素時最好</translation>
        </message>
        <message>
            <source>best while a missed voxel costs less than {high} extra voxels</source>
            <translation>漏檢一個體素的代價低於誤檢 {high} 個體素時最好</translation>
        </message>
        <message>
            <source>best while a missed voxel costs {low} to {high} extra voxels</source>
            <translation>漏檢一個體素的代價相當於誤檢 {low} 到 {high} 個體素時最好</translation>
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
            <source>copy its numbers in full, for a spreadsheet</source>
            <translation>複製其完整數值，供試算表使用</translation>
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
            <source>curtain between truth and prediction</source>
            <translation>標準答案與預測之間的捲簾</translation>
        </message>
        <message>
            <source>curtain to the left</source>
            <translation>拉幕往左</translation>
        </message>
        <message>
            <source>curtain to the right</source>
            <translation>拉幕往右</translation>
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
            <source>false positives for each hit</source>
            <translation>每檢出一個體素的誤檢數</translation>
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
            <translation>後退五個切面</translation>
        </message>
        <message>
            <source>five slices on</source>
            <translation>前進五個切面</translation>
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
            <source>found</source>
            <translation>檢出</translation>
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
            <source>four views</source>
            <translation>四個畫面</translation>
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
            <source>haze in the background is worth {voxels} invented voxels ({change})</source>
            <translation>背景的微弱機率相當於誤檢 {voxels} 個體素（{change}）</translation>
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
            <source>hits are only {sure} sure ({change})</source>
            <translation>檢出處只有 {sure} 的把握（{change}）</translation>
        </message>
        <message>
            <source>how the image is magnified</source>
            <translation>影像的放大方式</translation>
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
            <source>in both</source>
            <translation>兩者都有</translation>
        </message>
        <message>
            <source>in neither</source>
            <translation>兩者都沒有</translation>
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
            <source>invented</source>
            <translation>誤檢</translation>
        </message>
        <message>
            <source>inventions are only {sure} sure ({change})</source>
            <translation>誤檢處只有 {sure} 的把握（{change}）</translation>
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
            <source>kornia has no IoU loss; its Tversky loss at α = β = 1 is one</source>
            <translation>kornia 沒有 IoU 損失；α = β = 1 的 Tversky 損失就是</translation>
        </message>
        <message>
            <source>kornia has no IoU loss; its Tversky loss at α = β = 1 is one.</source>
            <translation>kornia 沒有 IoU 損失；α = β = 1 的 Tversky 損失就是。</translation>
        </message>
        <message>
            <source>kornia has no focal Tversky loss</source>
            <translation>kornia 沒有 Focal Tversky 損失</translation>
        </message>
        <message>
            <source>kornia has no focal Tversky loss.</source>
            <translation>kornia 沒有 Focal Tversky 損失。</translation>
        </message>
        <message>
            <source>kornia has no generalised Dice loss</source>
            <translation>kornia 沒有廣義 Dice 損失</translation>
        </message>
        <message>
            <source>kornia has no generalised Dice loss.</source>
            <translation>kornia 沒有廣義 Dice 損失。</translation>
        </message>
        <message>
            <source>kornia has only linear denominators</source>
            <translation>kornia 只有線性分母</translation>
        </message>
        <message>
            <source>kornia has only linear denominators.</source>
            <translation>kornia 只有線性分母。</translation>
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
            <source>left and right</source>
            <translation>左與右</translation>
        </message>
        <message>
            <source>left and right as radiologists or as neurologists have them</source>
            <translation>左右採放射科或神經科的慣例</translation>
        </message>
        <message>
            <source>lesion, by size</source>
            <translation>病灶，依大小</translation>
        </message>
        <message>
            <source>level {level}   width {width}</source>
            <translation>窗位 {level}   窗寬 {width}</translation>
        </message>
        <message>
            <source>level {level}, width {width}</source>
            <translation>窗位 {level}，窗寬 {width}</translation>
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
            <source>lowest {value}</source>
            <translation>最低 {value}</translation>
        </message>
        <message>
            <source>lowest {value}, slice {number}</source>
            <translation>最低 {value}，第 {number} 切面</translation>
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
            <source>mean over labels</source>
            <translation>各標籤的平均</translation>
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
            <source>missed</source>
            <translation>漏檢</translation>
        </message>
        <message>
            <source>misses for each hit</source>
            <translation>每檢出一個體素的漏檢數</translation>
        </message>
        <message>
            <source>misses still got {sure} each ({change})</source>
            <translation>漏檢處仍各有 {sure} 的機率（{change}）</translation>
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
            <source>nnU-Net has no focal Tversky loss</source>
            <translation>nnU-Net 沒有 Focal Tversky 損失</translation>
        </message>
        <message>
            <source>nnU-Net has no focal Tversky loss.</source>
            <translation>nnU-Net 沒有 Focal Tversky 損失。</translation>
        </message>
        <message>
            <source>nnU-Net has no focal loss</source>
            <translation>nnU-Net 沒有 Focal 損失</translation>
        </message>
        <message>
            <source>nnU-Net has no focal loss.</source>
            <translation>nnU-Net 沒有 Focal 損失。</translation>
        </message>
        <message>
            <source>nnU-Net has no generalised Dice loss</source>
            <translation>nnU-Net 沒有廣義 Dice 損失</translation>
        </message>
        <message>
            <source>nnU-Net has no generalised Dice loss.</source>
            <translation>nnU-Net 沒有廣義 Dice 損失。</translation>
        </message>
        <message>
            <source>nnU-Net trains with Dice and cross-entropy; it has no Tversky loss</source>
            <translation>nnU-Net 以 Dice 與交叉熵訓練；沒有 Tversky 損失</translation>
        </message>
        <message>
            <source>nnU-Net trains with Dice and cross-entropy; it has no Tversky loss.</source>
            <translation>nnU-Net 以 Dice 與交叉熵訓練；沒有 Tversky 損失。</translation>
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
            <source>one view</source>
            <translation>單一畫面</translation>
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
            <source>only in {prediction}</source>
            <translation>只在 {prediction}</translation>
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
            <source>open a folder</source>
            <translation>開啟資料夾</translation>
        </message>
        <message>
            <source>open…</source>
            <translation>開啟…</translation>
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
            <source>picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <source>pixel</source>
            <translation>像素</translation>
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
            <source>predictions side by side</source>
            <translation>預測並排</translation>
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
            <source>probabilities as a heat map</source>
            <translation>以熱圖顯示機率</translation>
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
            <source>probability map, cut at {threshold}</source>
            <translation>機率圖 · 閾值 {threshold}</translation>
        </message>
        <message>
            <source>raises p</source>
            <translation>提高 p</translation>
        </message>
        <message>
            <source>ranked by gain at α {alpha} β {beta}</source>
            <translation>依增益排序，α {alpha} β {beta}</translation>
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
            <source>rejected</source>
            <translation>已拒絕</translation>
        </message>
        <message>
            <source>remove the prediction the keyboard is on; its file stays</source>
            <translation>移除鍵盤所在的預測；檔案會保留</translation>
        </message>
        <message>
            <source>report</source>
            <translation>報告</translation>
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
            <source>save the session elsewhere</source>
            <translation>將工作階段另存到別處</translation>
        </message>
        <message>
            <source>segdiff</source>
            <translation>segdiff</translation>
        </message>
        <message>
            <source>segdiff ended unexpectedly; what was on screen is kept.</source>
            <translation>segdiff 意外結束；當時畫面上的內容已保留。</translation>
        </message>
        <message>
            <source>segdiff sessions (*{suffix})</source>
            <translation>segdiff 工作階段 (*{suffix})</translation>
        </message>
        <message>
            <source>segdiff {build}, MIT licence. For research and education, not for diagnosis. Nothing leaves this computer: segdiff opens no network connection. The window is made with Qt (PySide6) and pyqtgraph, the numbers with PyTorch and NumPy. Qt and PySide6 are used under the LGPL 3 as libraries in files of their own, which you may replace; their sources are at download.qt.io.</source>
            <translation>segdiff {build}，MIT 授權。供研究與教學使用，不可用於診斷。資料不會離開這台電腦：segdiff 不會建立任何網路連線。視窗以 Qt（PySide6）與 pyqtgraph 製作，數值以 PyTorch 與 NumPy 計算。Qt 與 PySide6 依 LGPL 3 以獨立的函式庫檔案使用，您可以自行替換；原始碼位於 download.qt.io。</translation>
        </message>
        <message>
            <source>segdiff's own way.</source>
            <translation>segdiff 的算法。</translation>
        </message>
        <message>
            <source>segdiff: keys and help</source>
            <translation>segdiff：按鍵與說明</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch</source>
            <translation>segmentation-models-pytorch</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has cross-entropy only with softened labels; convention torch has it</source>
            <translation>segmentation-models-pytorch 只有標籤平滑的交叉熵；慣例 torch 才有</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has cross-entropy only with softened labels; convention torch has it.</source>
            <translation>segmentation-models-pytorch 只有標籤平滑的交叉熵；慣例 torch 才有。</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has no generalised Dice loss</source>
            <translation>segmentation-models-pytorch 沒有廣義 Dice 損失</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has no generalised Dice loss.</source>
            <translation>segmentation-models-pytorch 沒有廣義 Dice 損失。</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has no sum of the two; people add them by hand, each in its own convention</source>
            <translation>segmentation-models-pytorch 沒有兩者之和；大家各自手動相加，各有各的慣例</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has no sum of the two; people add them by hand, each in its own convention.</source>
            <translation>segmentation-models-pytorch 沒有兩者之和；大家各自手動相加，各有各的慣例。</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has only linear denominators</source>
            <translation>segmentation-models-pytorch 只有線性分母</translation>
        </message>
        <message>
            <source>segmentation-models-pytorch has only linear denominators.</source>
            <translation>segmentation-models-pytorch 只有線性分母。</translation>
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
            <source>synthetic</source>
            <translation>合成</translation>
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
            <source>the labels</source>
            <translation>標籤的對應</translation>
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
            <source>the marked region</source>
            <translation>標記的區域</translation>
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
            <source>this label</source>
            <translation>這個標籤</translation>
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
            <source>three planes</source>
            <translation>三個平面</translation>
        </message>
        <message>
            <source>threshold</source>
            <translation>閾值</translation>
        </message>
        <message>
            <source>to be fixed</source>
            <translation>待修正</translation>
        </message>
        <message>
            <source>torch</source>
            <translation>torch</translation>
        </message>
        <message>
            <source>torch has no Dice loss</source>
            <translation>torch 沒有 Dice 損失</translation>
        </message>
        <message>
            <source>torch has no Dice loss.</source>
            <translation>torch 沒有 Dice 損失。</translation>
        </message>
        <message>
            <source>torchmetrics</source>
            <translation>torchmetrics</translation>
        </message>
        <message>
            <source>torchmetrics has no Tversky score</source>
            <translation>torchmetrics 沒有 Tversky 分數</translation>
        </message>
        <message>
            <source>torchmetrics has no Tversky score.</source>
            <translation>torchmetrics 沒有 Tversky 分數。</translation>
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
            <source>truth on its left, prediction on its right</source>
            <translation>左邊是標準答案，右邊是預測</translation>
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
            <source>verdicts</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>version=1 is GDiceLoss, whose absent classes weigh 10²⁰ and pull the score to 0 at the first false positive.</source>
            <translation>version=1 是 GDiceLoss，缺少的類別權重為 10²⁰，只要一個偽陽性就會把分數拉到 0。</translation>
        </message>
        <message>
            <source>voxel</source>
            <translation>體素</translation>
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
            <source>what is held against what</source>
            <translation>比較的對象</translation>
        </message>
        <message>
            <source>what is listed</source>
            <translation>列出的內容</translation>
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
            <source>{files} and {file} are no longer on disk; what was read of them stays on screen.</source>
            <translation>{files}和{file}已不在磁碟上；讀取過的內容會留在畫面上。</translation>
        </message>
        <message>
            <source>{files} and {file} have changed on disk.</source>
            <translation>{files}和{file}在磁碟上已經改變。</translation>
        </message>
        <message>
            <source>{file} has changed on disk.</source>
            <translation>{file} 在磁碟上已經改變。</translation>
        </message>
        <message>
            <source>{file} is no longer on disk; what was read of it stays on screen.</source>
            <translation>{file} 已不在磁碟上；讀取過的內容會留在畫面上。</translation>
        </message>
        <message>
            <source>{file} is written.</source>
            <translation>已寫入 {file}。</translation>
        </message>
        <message>
            <source>{file} was added as a prediction, since there is a ground truth.</source>
            <translation>已有標準答案，因此 {file} 加入為預測。</translation>
        </message>
        <message>
            <source>{file}: click to open another</source>
            <translation>{file}：按一下可開啟另一個</translation>
        </message>
        <message>
            <source>{file}: {badge}</source>
            <translation>{file}：{badge}</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} 與 {last}</translation>
        </message>
        <message>
            <source>{first} finds as much as {second} and invents {invented} less.</source>
            <translation>與 {second} 相比，{first} 檢出一樣多，少誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds as much as {second} and invents {invented} more.</source>
            <translation>與 {second} 相比，{first} 檢出一樣多，多誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds {found} less and invents {invented} less than {second}.</source>
            <translation>與 {second} 相比，{first} 少檢出 {found}，少誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds {found} less and invents {invented} more than {second}.</source>
            <translation>與 {second} 相比，{first} 少檢出 {found}，多誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds {found} less than {second} and invents as much.</source>
            <translation>與 {second} 相比，{first} 少檢出 {found}，誤檢一樣多。</translation>
        </message>
        <message>
            <source>{first} finds {found} more and invents {invented} less than {second}.</source>
            <translation>與 {second} 相比，{first} 多檢出 {found}，少誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds {found} more and invents {invented} more than {second}.</source>
            <translation>與 {second} 相比，{first} 多檢出 {found}，多誤檢 {invented}。</translation>
        </message>
        <message>
            <source>{first} finds {found} more than {second} and invents as much.</source>
            <translation>與 {second} 相比，{first} 多檢出 {found}，誤檢一樣多。</translation>
        </message>
        <message>
            <source>{first} or {last}</source>
            <translation>{first} 或 {last}</translation>
        </message>
        <message>
            <source>{fp}False positives{end} were invented by the prediction, {fn}false negatives{end} were missed by it, {tp}true positives{end} were found. α is what one false positive costs and β what one miss costs; the Tversky index is TP / (TP + α·FP + β·FN). As you move them, the colours follow: what costs more is shown more strongly.</source>
            <translation>{fp}偽陽性{end}是預測的誤檢，{fn}偽陰性{end}是預測的漏檢，{tp}真陽性{end}是檢出的部分。α 是一個偽陽性的代價，β 是一個漏檢的代價；Tversky 指數等於 TP / (TP + α·FP + β·FN)。移動它們時顏色也會跟著變：代價越高，顏色越濃。</translation>
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
            <source>{letter} is level with {others} at every α and β.</source>
            <translation>在任何 α 與 β 下，{letter} 與 {others} 都不分上下。</translation>
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
            <source>{names} and {count} more</source>
            <translation>{names} 和另外 {count} 個</translation>
        </message>
        <message>
            <source>{name}, as a number</source>
            <translation>{name}，輸入數值</translation>
        </message>
        <message>
            <source>{name}: opacity</source>
            <translation>{name}：不透明度</translation>
        </message>
        <message>
            <source>{name}: show or hide</source>
            <translation>{name}：顯示或隱藏</translation>
        </message>
        <message>
            <source>{name}: {doubt}</source>
            <translation>{name}：{doubt}</translation>
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
            <source>{plane} slice</source>
            <translation>{plane}切面</translation>
        </message>
        <message>
            <source>{plane} view</source>
            <translation>{plane}畫面</translation>
        </message>
        <message>
            <source>{plane} {number} / {count}</source>
            <translation>{plane} {number} / {count}</translation>
        </message>
        <message>
            <source>{prediction} was taken out of the case.</source>
            <translation>已將 {prediction} 移出案例。</translation>
        </message>
        <message>
            <source>{prediction} was taken out of the case; its file stays where it is.</source>
            <translation>已將 {prediction} 移出案例；檔案仍在原處。</translation>
        </message>
        <message>
            <source>{score}, all labels</source>
            <translation>{score}，全部標籤</translation>
        </message>
        <message>
            <source>{share} % {where} ({pixels})</source>
            <translation>{where} {share} %（{pixels}）</translation>
        </message>
        <message>
            <source>{share} of the truth</source>
            <translation>占標準答案 {share}</translation>
        </message>
        <message>
            <source>{share} of {letter}</source>
            <translation>占 {letter} {share}</translation>
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
            <source>{what}: comment</source>
            <translation>{what}：備註</translation>
        </message>
        <message>
            <source>{words}, the mean over labels</source>
            <translation>{words}，各標籤的平均</translation>
        </message>
        <message>
            <source>α = 0.7 trades precision for recall: without smoothing 1/T = (1 − α)/precision + α/recall.</source>
            <translation>α = 0.7 以精確率換取召回率：不加平滑項時，1/T = (1 − α)/精確率 + α/召回率。</translation>
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
            <source>α weighs false positives and β misses, says the documentation; no release does so yet.</source>
            <translation>文件說 α 是偽陽性的權重，β 是漏檢的權重；目前還沒有發行版這樣做。</translation>
        </message>
        <message>
            <source>α weighs false positives and β misses.</source>
            <translation>α 是偽陽性的權重，β 是漏檢的權重。</translation>
        </message>
        <message>
            <source>α weighs false positives and β misses; 0.3 and 0.7 are written into the class.</source>
            <translation>α 是偽陽性的權重，β 是漏檢的權重；0.3 與 0.7 寫死在類別裡。</translation>
        </message>
        <message>
            <source>α weighs false positives and β misses; the paper found 0.3 and 0.7 best for small lesions.</source>
            <translation>α 是偽陽性的權重，β 是漏檢的權重；論文認為 0.3 與 0.7 最適合小病灶。</translation>
        </message>
        <message>
            <source>α weighs voxels of the truth, and only with apply_class_balancing=True.</source>
            <translation>α 是標準答案體素的權重，而且只在 apply_class_balancing=True 時有效。</translation>
        </message>
        <message>
            <source>α weighs voxels of the truth; it is not the α of Tversky.</source>
            <translation>α 是標準答案體素的權重；不是 Tversky 的 α。</translation>
        </message>
        <message>
            <source>α {alpha}, β {beta}: {title} {value}</source>
            <translation>α {alpha}，β {beta}：{title} {value}</translation>
        </message>
        <message>
            <source>β weighs false positives and α misses.</source>
            <translation>β 是偽陽性的權重，α 是漏檢的權重。</translation>
        </message>
        <message>
            <source>γ is the exponent itself, and is taken of the mean over classes; below 1 the gradient of a perfect fit is NaN.</source>
            <translation>γ 就是次方，套用在類別的平均上；小於 1 時，完全吻合的梯度為 NaN。</translation>
        </message>
        <message>
            <source>γ is the exponent itself, taken of the mean over classes.</source>
            <translation>γ 就是次方，套用在類別的平均上。</translation>
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
