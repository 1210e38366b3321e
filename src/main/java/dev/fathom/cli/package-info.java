/** The command line: one thin command per verb. Heavy verbs run in a worker process and show its progress here. */
package dev.fathom.cli;
