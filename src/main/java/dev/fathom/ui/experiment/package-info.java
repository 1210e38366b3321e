/**
 * The page on which an experiment is set up: a draft of a configuration with its history, what can be said of it before
 * it is started, and the form and the YAML that edit it.
 */
package dev.fathom.ui.experiment;
