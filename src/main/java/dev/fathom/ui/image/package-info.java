/** Pictures side by side: rasters coloured from depth, and panes that zoom and pan together. */
package dev.fathom.ui.image;
