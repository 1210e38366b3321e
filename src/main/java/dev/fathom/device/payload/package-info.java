/** What measuring needs on a device, and how it gets there: once, whole, and only into one folder. */
package dev.fathom.device.payload;
