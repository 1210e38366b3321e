/** Depth as points in space, drawn in software with a depth buffer, and the camera that orbits them. */
package dev.fathom.ui.cloud;
