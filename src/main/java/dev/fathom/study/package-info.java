/**
 * Studies: a file names rows and seeds, a queue of runs is made from it, each is trained once by a worker and scored, and
 * a table tells what came out. What is finished is never repeated.
 */
package dev.fathom.study;
