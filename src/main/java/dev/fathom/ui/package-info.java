/**
 * The window. Each page is an FXML file, a thin view that binds it, and a view model that holds all state, has no node
 * and is tested without a toolkit. The window reads run folders and starts workers; it never loads the engine.
 */
package dev.fathom.ui;
