package org.vivavoce;

/** Starts Viva Voce. */
public final class Main {

    private Main() {}

    /**
     * Hands the command line over.
     *
     * @param args what the user typed after the program's name
     */
    public static void main(String[] args) {}
}
