package org.vivavoce.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the texts that are packed into the program, from a folder of classes as well as from a jar. Any thread; reads anew at each
 * call.
 */
public final class Assets {

    private Assets() {}

    /**
     * The whole of a text file.
     *
     * @param path below the folder {@code assets}, such as {@code modes/chat.toml}
     * @throws IllegalStateException when the program was packed without it
     */
    public static String text(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + path)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: assets/" + path + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
