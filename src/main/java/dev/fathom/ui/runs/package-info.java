/** The page of runs: the list read from the workspace, and the chosen run with its metrics, curves, progress and log. */
package dev.fathom.ui.runs;
