/**
 * Files that hold one value a pixel, one class a file type. Headers are checked before memory is taken; what cannot be
 * read is refused in one sentence that names the file and the remedy.
 */
package dev.fathom.data.file;
