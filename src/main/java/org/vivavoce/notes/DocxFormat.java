package org.vivavoce.notes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Word documents (ECMA-376): the paragraphs of the main part, tables cell by cell; headers, footnotes and what was deleted stay out. No
 * more is unpacked than is wanted, and no document type or entity is followed. Immutable.
 */
final class DocxFormat implements NotesFormat {

    private static final String MAIN_PART = "word/document.xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    /** Marks around a text are many times as long as it: so much XML is read at most. */
    private static final int XML_BYTES_A_CHARACTER = 60;

    @Override
    public Set<String> endings() {
        return Set.of("docx");
    }

    @Override
    public String text(Path file, int mostCharacters) throws IOException, WrongFormatException, TooLongException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry part = zip.getEntry(MAIN_PART);
            InputStream unpacked = part == null ? null : zip.getInputStream(part);
            if (unpacked == null) {
                throw new WrongFormatException();
            }
            LimitedStream xml = new LimitedStream(unpacked, (long) mostCharacters * XML_BYTES_A_CHARACTER);
            try (xml) {
                return read(xml, mostCharacters);
            } catch (XMLStreamException e) {
                if (xml.isExhausted()) {
                    throw new TooLongException();
                }
                throw new WrongFormatException();
            }
        } catch (ZipException e) {
            throw new WrongFormatException();
        }
    }

    private static String read(InputStream in, int mostCharacters) throws XMLStreamException, TooLongException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && isOfWord(xml)) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = true;
                    case "tab" -> text.append('\t');
                    case "br", "cr" -> text.append('\n');
                    default -> {
                        // formatting
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && isOfWord(xml)) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = false;
                    case "p" -> text.append("\n\n");
                    default -> {
                        // formatting
                    }
                }
            } else if (inText && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(xml.getText());
            }
            if (text.length() > mostCharacters) {
                throw new TooLongException();
            }
        }
        return text.toString();
    }

    private static boolean isOfWord(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return NAMESPACE.equals(namespace) || STRICT_NAMESPACE.equals(namespace);
    }
}
