/**
 * What a page is given and what it offers: the {@link dev.fathom.ui.desk.Desk} with everything that pages share, and
 * {@link dev.fathom.ui.desk.Page}, which each page's own factory class implements.
 */
package dev.fathom.ui.desk;
