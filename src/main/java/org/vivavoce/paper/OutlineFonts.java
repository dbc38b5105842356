package org.vivavoce.paper;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The fonts of a document, made of the outlines that it needs (Type 3, ISO 32000-1, 9.6.5), each with the text it stands for, so that a
 * reader can search and copy. One thread at a time.
 */
final class OutlineFonts {

    private static final int FORMS_A_FONT = 255;

    private final Map<String, Code> codes = new HashMap<>();
    private final List<List<ShapedText.Form>> fonts = new ArrayList<>();

    /**
     * Where a form is.
     *
     * @param font index of a font
     * @param code in it, 0 to 254
     */
    record Code(int font, int code) {}

    /** Where a form is; it is added where it was not there. */
    Code codeOf(ShapedText.Form form) {
        return codes.computeIfAbsent(form.key(), _ -> add(form));
    }

    private Code add(ShapedText.Form form) {
        if (fonts.isEmpty() || fonts.getLast().size() == FORMS_A_FONT) {
            fonts.add(new ArrayList<>());
        }
        List<ShapedText.Form> last = fonts.getLast();
        last.add(form);
        return new Code(fonts.size() - 1, last.size() - 1);
    }

    /** The fonts as the pages of a document name them: {@code F0} and so on. */
    COSDictionary resources() throws IOException {
        COSDictionary named = new COSDictionary();
        for (int i = 0; i < fonts.size(); i++) {
            named.setItem(COSName.getPDFName("F" + i), font(fonts.get(i)));
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, named);
        return resources;
    }

    private static COSDictionary font(List<ShapedText.Form> forms) throws IOException {
        COSDictionary procedures = new COSDictionary();
        COSArray names = new COSArray();
        names.add(COSInteger.ZERO);
        COSArray widths = new COSArray();
        Rectangle2D box = new Rectangle2D.Double();
        for (int i = 0; i < forms.size(); i++) {
            COSName name = COSName.getPDFName("g" + i);
            names.add(name);
            widths.add(new COSFloat((float) forms.get(i).advance()));
            procedures.setItem(name, stream(procedure(forms.get(i))));
            box.add(forms.get(i).outline().getBounds2D());
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_MATRIX,
                numbers(1.0 / InstalledFonts.EM, 0, 0, 1.0 / InstalledFonts.EM, 0, 0));
        font.setItem(COSName.FONT_BBOX, numbers(box.getMinX(), -box.getMaxY(), box.getMaxX(), -box.getMinY()));
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.CHAR_PROCS, procedures);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setInt(COSName.FIRST_CHAR, 0);
        font.setInt(COSName.LAST_CHAR, forms.size() - 1);
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.TO_UNICODE, stream(toUnicode(forms)));
        return font;
    }

    private static COSArray numbers(double... values) {
        COSArray array = new COSArray();
        for (double value : values) {
            array.add(new COSFloat((float) value));
        }
        return array;
    }

    static COSStream stream(String text) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    /** What draws a form: its width, its bounds, its outline, which takes the colour of the text. */
    private static String procedure(ShapedText.Form form) {
        Rectangle2D box = form.outline().getBounds2D();
        StringBuilder text = new StringBuilder();
        text.append(number(form.advance())).append(" 0 ").append(number(Math.floor(box.getMinX()))).append(' ')
                .append(number(Math.floor(-box.getMaxY()))).append(' ').append(number(Math.ceil(box.getMaxX())))
                .append(' ').append(number(Math.ceil(-box.getMinY()))).append(" d1\n");
        if (!box.isEmpty()) {
            appendPath(form.outline(), text);
            text.append("f\n");
        }
        return text.toString();
    }

    private static void appendPath(Shape outline, StringBuilder text) {
        double[] points = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> append(text, "m", points[0], points[1]);
                case PathIterator.SEG_LINETO -> append(text, "l", points[0], points[1]);
                case PathIterator.SEG_QUADTO -> {
                    append(text, "c", between(x, points[0]), between(y, points[1]), between(points[2], points[0]),
                            between(points[3], points[1]), points[2], points[3]);
                    points[0] = points[2];
                    points[1] = points[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    append(text, "c", points);
                    points[0] = points[4];
                    points[1] = points[5];
                }
                default -> text.append("h\n");
            }
            x = points[0];
            y = points[1];
        }
    }

    /** PDF has no quadratic curves: the cubic that is the same has its handles two thirds of the way. */
    private static double between(double end, double handle) {
        return end + (handle - end) * 2 / 3;
    }

    private static void append(StringBuilder text, String operator, double... points) {
        for (int i = 0; i < points.length; i += 2) {
            text.append(number(points[i])).append(' ').append(number(-points[i + 1])).append(' ');
        }
        text.append(operator).append('\n');
    }

    /** A number of at most one decimal: a ten-thousandth of the letters' size is finer than any printer. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    /** What the codes stand for, ISO 32000-1, 9.10.3. At most 100 a block. */
    private static String toUnicode(List<ShapedText.Form> forms) {
        StringBuilder text = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CMapType 2 def
                1 begincodespacerange
                <00> <FF>
                endcodespacerange
                """);
        for (int from = 0; from < forms.size(); from += 100) {
            int to = Math.min(forms.size(), from + 100);
            text.append(to - from).append(" beginbfchar\n");
            for (int code = from; code < to; code++) {
                text.append('<').append(hex(code, 2)).append("> <");
                forms.get(code).text().chars().forEach(letter -> text.append(hex(letter, 4)));
                text.append(">\n");
            }
            text.append("endbfchar\n");
        }
        return text.append("endcmap\nend\nend\n").toString();
    }

    static String hex(int number, int digits) {
        String hex = Integer.toHexString(number).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
