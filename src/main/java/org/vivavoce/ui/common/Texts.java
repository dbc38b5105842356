package org.vivavoce.ui.common;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the window, from {@code assets/i18n}. Immutable. */
public final class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("assets.i18n.messages", Locale.ENGLISH);

    /**
     * A text.
     *
     * @param key    its name in the file
     * @param values stand for {@code {0}}, {@code {1}} … in it
     * @throws java.util.MissingResourceException when there is no such text; a test finds these
     */
    public String of(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
