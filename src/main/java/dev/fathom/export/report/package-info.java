/** The export as a page for people: one HTML file that needs nothing else. */
package dev.fathom.export.report;
