package org.vivavoce.notes;

/**
 * One file that the user gave. A value.
 *
 * @param name the file's name, without its folder
 * @param text what is in it, its paragraphs separated by empty lines
 */
public record Note(String name, String text) {

    /** How many words, roughly: for the user. */
    public int words() {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    @Override
    public String toString() {
        return "Note[" + text.length() + " characters]"; // what is in it never enters a log
    }
}
