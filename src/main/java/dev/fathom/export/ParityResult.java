package dev.fathom.export;

import dev.fathom.run.ParityReport;

/** What the comparison of a file with the engine has found, and where it was worst. */
record ParityResult(ParityReport report, WorstPicture worst) {}
