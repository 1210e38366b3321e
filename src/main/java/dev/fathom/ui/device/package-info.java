/** The page of devices: where models are measured, what came of it, and how it stands beside what others have published. */
package dev.fathom.ui.device;
