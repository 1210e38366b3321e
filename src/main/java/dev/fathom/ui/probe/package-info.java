/** How smoothly the window runs, measured from inside: pulses, gaps between them and what made them. */
package dev.fathom.ui.probe;
