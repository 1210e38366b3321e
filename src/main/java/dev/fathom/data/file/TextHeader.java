package dev.fathom.data.file;

import java.nio.charset.StandardCharsets;

/** Words in front of binary pixels, as the Netpbm family has them: apart by white space, comments from # to the line's end. */
final class TextHeader {
    private static final int LONGEST_WORD = 32;

    private final FileBytes file;
    private int position;

    TextHeader(FileBytes file, int start) {
        this.file = file;
        this.position = start;
    }

    /** Where the next byte is read; after a word, the white space behind it. */
    int position() {
        return position;
    }

    /** @throws dev.fathom.core.UserException if the file ends before or the next word is endless */
    String word() {
        skipSpace();
        int start = position;
        while (position < file.bytes().length && !isSpace(file.bytes()[position])) {
            position++;
            if (position - start > LONGEST_WORD) {
                throw file.damaged(null);
            }
        }
        if (position == start) {
            throw file.damaged(null);
        }
        return new String(file.bytes(), start, position - start, StandardCharsets.US_ASCII);
    }

    /** @throws dev.fathom.core.UserException if the next word is no whole number */
    int number() {
        String word = word();
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw file.damaged(e);
        }
    }

    private void skipSpace() {
        while (position < file.bytes().length) {
            byte next = file.bytes()[position];
            if (next == '#') {
                skipLine();
            } else if (isSpace(next)) {
                position++;
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (position < file.bytes().length && file.bytes()[position] != '\n') {
            position++;
        }
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }
}
