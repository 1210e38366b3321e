/** The page of data sets: what a folder is, whether its depth is in metres, what is wrong with it, and its pairs. */
package dev.fathom.ui.data;
