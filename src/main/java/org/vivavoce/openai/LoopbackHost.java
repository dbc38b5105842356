package org.vivavoce.openai;

import java.util.Locale;

/** Tells this computer's own names from others, without a look-up. Functions without state. */
final class LoopbackHost {

    private LoopbackHost() {}

    static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("::1") || name.equals("[::1]");
    }
}
