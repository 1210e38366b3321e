/** Looking at a device: what it is, how it is, and what it lacks. */
package dev.fathom.device.probe;
