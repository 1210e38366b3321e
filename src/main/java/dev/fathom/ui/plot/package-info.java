/** Live curves of tens of thousands of points: primitive arrays, reduced to pixel columns before anything is drawn. */
package dev.fathom.ui.plot;
