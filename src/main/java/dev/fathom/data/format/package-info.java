/** The ways in which data sets lie on disks, one class each; {@code DatasetFormats} tells them apart by looking. */
package dev.fathom.data.format;
