package org.vivavoce.offline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a model of the built-in partner: {@code builtin-{mode}-{language}}. Any other name is taken for free chat in English,
 * so that every program that speaks the API can talk to the partner.
 *
 * @param modeId       id of a mode
 * @param languageCode ISO 639-1
 */
record ModelName(String modeId, String languageCode) {

    private static final Pattern NAME = Pattern.compile("builtin-([a-z0-9_-]+)-([a-z]{2})");

    static ModelName parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? new ModelName(String.valueOf(matcher.group(1)), String.valueOf(matcher.group(2)))
                : new ModelName("chat", "en");
    }

    String print() {
        return "builtin-" + modeId + "-" + languageCode;
    }
}
