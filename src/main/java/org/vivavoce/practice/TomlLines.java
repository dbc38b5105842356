package org.vivavoce.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines on which the keys of a TOML text stand. The TOML reader builds a tree first and forgets the lines; a message
 * without a line is of little help in a file of a hundred. One thread.
 */
final class TomlLines {

    private static final Pattern TABLE = Pattern.compile("\\s*\\[([^\\[\\]]+)]\\s*(#.*)?");
    private static final Pattern ARRAY_OF_TABLES = Pattern.compile("\\s*\\[\\[([^\\[\\]]+)]]\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9_.\"'-]+)\\s*=\\s*(.*)");

    private final Map<String, Integer> lines = new HashMap<>();

    TomlLines(String text) {
        String table = "";
        String openQuotes = "";
        Map<String, Integer> counts = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!openQuotes.isEmpty()) {
                if (line.contains(openQuotes)) {
                    openQuotes = "";
                }
                continue;
            }
            Matcher array = ARRAY_OF_TABLES.matcher(line);
            Matcher header = TABLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (array.matches()) {
                String name = group(array, 1).strip();
                int index = counts.getOrDefault(name, 0);
                counts.put(name, index + 1);
                table = name + "[" + index + "].";
                lines.put(name + "[" + index + "]", number);
            } else if (header.matches()) {
                table = group(header, 1).strip() + ".";
                lines.put(group(header, 1).strip(), number);
            } else if (key.matches()) {
                lines.putIfAbsent(table + unquoted(group(key, 1)), number);
                openQuotes = opened(group(key, 2));
            }
        }
    }

    /**
     * The line of a key, or else of the nearest table around it.
     *
     * @param path such as {@code persona.name} or {@code question[3].text}
     * @return from 1; 0 when it is nowhere
     */
    int of(String path) {
        for (String at = path; !at.isEmpty();) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int cut = at.endsWith("]") ? at.lastIndexOf('[') : at.lastIndexOf('.');
            at = cut < 0 ? "" : at.substring(0, cut);
        }
        return 0;
    }

    private static String group(Matcher matcher, int group) {
        return String.valueOf(matcher.group(group));
    }

    private static String unquoted(String key) {
        return key.replace("\"", "").replace("'", "");
    }

    /** The quotes of a text over several lines that begins in this value and does not end in it; empty for none. */
    private static String opened(String value) {
        for (String quotes : new String[]{"\"\"\"", "'''"}) {
            if (value.startsWith(quotes) && value.indexOf(quotes, quotes.length()) < 0) {
                return quotes;
            }
        }
        return "";
    }
}
