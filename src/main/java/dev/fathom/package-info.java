/** Where the program starts. */
package dev.fathom;
