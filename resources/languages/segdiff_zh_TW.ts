<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>segdiff</name>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A graphics card if there is one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A label is a whole number, several are joined as 1+2+4, and any takes all; “{typed}” is neither.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A label, several as 1+2+4, or any; pick one of this file or type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A picture has no slices to hold against each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small lesion jumps where a large one walks: the same shift costs it far more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A structure has no label yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A toy, not a network: it looks at single voxels of {where} and is judged on what it learned from. It shows which way a loss pushes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ASSD, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a structure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An NVIDIA card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An NVIDIA card was found: {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply a sigmoid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply a softmax</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At each threshold: of what is predicted, how much is right. The number is the area below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}, about where a calibrated map is ({theory}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: {letter} gives too little probability.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: {letter} gives too much probability.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BCE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BCE + Dice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brier {brier} · ECE {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring it onto the grid of the other file. Its counts are then approximate, and a badge says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By logit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clinical (as a hospital's viewer)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour scale: raises the probability, lowers it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours, language, keys, mouse and device (Ctrl+,)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare the labels of this prediction so; Labels… shows it, and Undo takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare these labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Computing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected by faces and edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected by faces only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected by faces, edges and corners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected voxels of one kind of error; parts of the ground truth are numbered by size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the list as CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cross-entropy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Shift+Left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Wheel, pinch, right drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cut at the best threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cut it at 0.5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cut where a calibrated map would be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dice loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dice loss of a perfect outline, moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dice {dice}. Found green, invented orange, missed blue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double click or Enter on a loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each loss as a share of its largest value here. Losses of regions do not see a clean background; a mean over voxels fades in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each map runs from its loss's strongest push down to none, on this scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error regions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors are listed once a ground truth and a prediction are open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors on the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every label by its number, as long as nothing else is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every loss and metric, for each prediction. Rest the pointer on one for its definition; double-click a loss to see what other frameworks make of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F-β</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill it in below; nothing is compared so before you say so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Focal + Tversky</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Focal Tversky loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Focal loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold this panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold this panel (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder with PyTorch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For a structure by itself. A badge says that it was applied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For channels of which one holds at each voxel. A badge says that it was applied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget every change made here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found, invented and missed voxels by the probability they were given; background is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found, invented and missed voxels of each slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Four</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the loss of the probabilities to that of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the next start on: the PyTorch in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gain in Tversky</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>General</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Generalised Dice loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on to the next case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the slice with the lowest score (W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground truth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HD95, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hard counts are always made by the processor, which is faster at them. Seen at the next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hard labels are 0 or 1, where a logit has no slope and nothing is pushed; by probability there is a slope.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hausdorff distance, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far its farthest voxel lies from the ground truth, or a missed one from its outside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many voxels got which probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much of it there is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often what was given a probability is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the target becomes rarer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How well each prediction does at these costs when its map is cut elsewhere. Click to cut there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image, ground truth and predictions are listed here. Drop files anywhere on the window to open them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imbalance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a view {times} times wider, with nothing invented in it, the Tversky loss stays {tversky} and BCE fades from {bce} to {voxels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Index by α and threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invented</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invented {noun}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IoU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IoU loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Join the ticked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lay it on voxel by voxel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learned mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left click or drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left click, Ctrl+Shift+Left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesion F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesion precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesion recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lesions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licences of the libraries in segdiff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lighter is better; β is 1 − α. The line joins the best threshold of each α; the ring is where you are. Click to go elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for an NVIDIA card…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss of a perfect outline drawn a few voxels off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss of the mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss of the probabilities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Losses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Losses as the target becomes rarer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measuring…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metrics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Middle drag, Shift+Left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missed part of {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missed {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More background is added in which nothing is invented, or cropped away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No NVIDIA card was found. segdiff is quick without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No channel is the background; each stands for a label by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file has a label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No slice has a voxel of this label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No {unit} of {label} in the ground truth: whatever is predicted is a false positive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No {unit} of {label} in {prediction}: all of it is missed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is left to compare; add a structure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the voxels given about p, which share is of the ground truth. On the dashed line the probabilities mean what they say; below it they promise too much. Brier: mean squared error. ECE: mean distance from the dashed line, over all voxels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One minus the index at this threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One minus the index of the probabilities as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One structure of all of them, such as a whole tumour of its parts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One view for each prediction, moving together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name} instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orange was invented, blue was missed, green was found. The wheel goes through the slices; hold Space to see the bare image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page about thresholds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pair them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Percent, as α falls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision against recall from the first step, where all is predicted, to the last, at the dot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision and recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision and recall while training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision by recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press a key in a field to choose it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PyTorch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PyTorch {torch}. Measuring on: {device}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ROC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ROC curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Really there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall and Dice as alpha falls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall climbs as misses get dearer; Dice rises at best a little, then falls. Dashed: the paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resample it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Research (as ITK-SNAP and Slicer)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rim of {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rise if a lesion were missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Salehi 2017</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score of each slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what is in each file, and choose what is compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen when segdiff starts the next time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share found by share of the background that is invented. It looks good whenever the background is large; the number is the area below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the tour again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of text and controls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slice {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slices are held against each other once a ground truth and a prediction are open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slices of the {plane} plane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Specificity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start from the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Structure {number}: labels in {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Structure {number}: leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Structure {number}: name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Structure {number}: tick to join</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Surface Dice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Surfaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back {what} (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it to lie where the other file lies, in the order in which both are stored. A badge says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The PyTorch that came with segdiff is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The axial slices it lies in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bar is all pushing, shared out over found, invented, missed and background voxels. On voxels that are wrong falls {tversky} % of Tversky's and {bce} % of BCE's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case after this one (Ctrl+PageDown)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case before this one (Ctrl+PageUp)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The channels of its file were put through a softmax.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first channel is left out of the labels; the others stand for labels from 1 on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first is the background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ground truth fills all of the picture or none of it, so it cannot become rarer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ground truth has no voxel on this slice, so there is nothing to learn from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ground truth holds shares of a voxel; from {cut} on it counts as the structure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ground truth is empty, so no threshold is better than another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ground truth is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The processor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The slope of the loss itself, by the probability of a voxel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table of the paper for this map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The target shrinks; the shares found of it and invented outside stay what they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The toy learns from images of one channel, and this one is in colour.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The values of its file were put through a sigmoid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The way there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no error of this kind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no error: the prediction and the ground truth are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are labels 1 to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This needs a ground truth and a prediction.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three planes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three planes, and another prediction or the image alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To measure on it, have this command fill an empty folder with the CUDA build of PyTorch (about 3 GB), then choose that folder here:
{command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training a toy model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training needs the image to learn from. Open it, and a toy model can be trained on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tversky index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tversky index at every threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tversky index at every threshold and cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tversky index by threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tversky loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unfold this panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unfold this panel (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use segdiff’s own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>V-Net Dice loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volume of the prediction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volume of the truth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volumes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Voxels by probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Voxels from 0.5 on count as the structure. A badge says so; the losses are then those of a mask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Were the target {times} times rarer, at the same shares found and invented, the Tversky loss would go from {tversky} to {overlap} and BCE from {bce} to {voxels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an error costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What each lesion adds to the Tversky loss if it is missed altogether, the largest at the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What each lesion adds to the loss if it is missed altogether</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is in each file; pair labels, join them to regions, name them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What reaches the network: the slope by what a sigmoid is fed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the Tversky index would rise by if this region alone were put right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether the probabilities mean what they say, and what that does to a loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which threshold suits these costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wider view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Width, depth and height of the box around it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worst slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of the slice again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all {voxels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>area PR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>assumed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>automatic brightness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>axial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>axial slice {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bare image while held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>best {threshold}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blink on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>brightness (up) and contrast (sideways)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>brightness and contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calibrated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>centre on the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>coronal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>crosshair on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>crosshair; all planes follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cut at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>errors again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false negative, missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false negatives on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false positive, invented</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false positives on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false-positive cost α</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>false-positive rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fill, outline, both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>five slices back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>five slices on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>flip between truth and prediction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fold or unfold the panel under the slices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>found {tp} · invented {fp} · missed {fn}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ground truth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ground truth: cut at {cut}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>haze in the background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>higher threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>largest {voxels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lesion, by size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lower threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lowers p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lowest {title}: {value} in slice {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>misses that got some</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next case of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next error region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next or previous control; then the arrow keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next prediction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no push at all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no {unit} of label {value} in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not in the truth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known yet; nothing has been measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>object</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on false positives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on misses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one view, or all again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overlay fainter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overlay on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overlay stronger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paper Dice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paper recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>precision {precision} · recall {recall}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>prediction {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>previous case of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>previous error region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>previous prediction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>previous slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>probability given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raises p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranked by what fixing it would gain at α {alpha} β {beta}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>remove the prediction the keyboard is on; its file stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>resampled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sagittal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>save the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sigmoid applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>slice; with Shift five slices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>smallest {voxels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>softmax applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>specificity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strongest push {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the convention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the curve by slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the ground truth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the overlay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the place in the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the prediction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true positives on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unsure hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unsure inventions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>use {threshold}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>voxels off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what every framework makes of it, and why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worst slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zoom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} is chosen twice, for “{first}” and “{second}”; neither works until one has another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{letter} Dice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{letter} holds hard labels: each voxel is in or out, so there is no threshold to move. Open a probability map to see what another would change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{letter} recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{letter}, cut where a calibrated map would be for each pair of costs. In italics the paper, where each row is a network of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{noun} {number}: Dice {dice}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{voxels} voxels, with a mean probability of {sure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α is what an invented voxel costs, β what a missed one costs. Move them: the index and the colours follow at once, and so does who is ahead.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
