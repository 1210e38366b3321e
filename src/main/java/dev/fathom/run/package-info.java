/**
 * Runs: the configuration records (YAML), the run folder with its open formats, the event stream and provenance. The
 * folder is the interface between the workers, the command line and the window.
 */
package dev.fathom.run;
