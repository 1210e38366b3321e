/** The page of comparisons: a preview image, its truth, the predictions of student and teacher, error and mask. */
package dev.fathom.ui.compare;
