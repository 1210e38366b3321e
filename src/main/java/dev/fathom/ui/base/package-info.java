/** What every page of the window stands on: background work, the pump, notices, shortcuts, texts of numbers. */
package dev.fathom.ui.base;
