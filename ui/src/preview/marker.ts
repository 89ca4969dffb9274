// A text that only the preview holds: whatever is shipped must not contain it.
export const marker = "saddlebag-preview-of-invented-data";
