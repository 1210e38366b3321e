/** The page that turns a run into TFLite files and shows how far they can be trusted. */
package dev.fathom.ui.export;
