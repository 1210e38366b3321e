package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvCellTest {
    @Test
    void whatWouldBeAFormulaIsText() {
        assertEquals("'=1+1", CsvCell.of("=1+1"));
        assertEquals("'+ pairwise", CsvCell.of("+ pairwise"));
        assertEquals("'@name", CsvCell.of("@name"));
        assertEquals("'\tname", CsvCell.of("\tname"));
        assertEquals("\"'-a,b\"", CsvCell.of("-a,b"));
    }

    @Test
    void numbersAndPlainTextStayAsTheyAre() {
        assertEquals("-1.5E-7", CsvCell.of("-1.5E-7"));
        assertEquals("kitchen 7", CsvCell.of("kitchen 7"));
        assertEquals("", CsvCell.of(""));
    }

    @Test
    void separatorsQuotesAndLineEndsAreQuoted() {
        assertEquals("\"a,b\"", CsvCell.of("a,b"));
        assertEquals("\"say \"\"hi\"\"\"", CsvCell.of("say \"hi\""));
        assertEquals("\"two\nlines\"", CsvCell.of("two\nlines"));
    }
}
