/** Finds machines in the local network that may be reached over SSH. */
package dev.fathom.device.discovery;
