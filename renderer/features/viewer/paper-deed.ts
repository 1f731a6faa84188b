/** What is done with the paper in a dialog: a copy as a file or on paper, a copy to hand in, plain or marked, a new paper in its place. */
export type PaperDeed = 'file' | 'print' | 'upload' | 'marked' | 'renew';
