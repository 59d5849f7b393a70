package clock2cloud.cluster.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an XML file one after the other, with the line they stand on; nothing outside the file is read. */
public final class XmlElements {
    private static final int UTF_8_MARK = 0xef;

    private final String file;
    private final XMLStreamReader reader;
    private int line;

    public XmlElements(InputStream input, String file) {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.reader = factory.createXMLStreamReader(text(input));
        } catch (XMLStreamException | IOException e) {
            throw new IllegalArgumentException(file + ": not XML text; name an XML file, unpacked", e);
        }
    }

    /** The same bytes, of which the first can begin XML; of others the reader complains on the standard error. */
    private static InputStream text(InputStream input) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(input);
        int first = bytes.read();
        if (first > 0 && first < UTF_8_MARK && first != '<' && " \t\r\n".indexOf(first) < 0) {
            throw new IOException("begins with " + first);
        }
        if (first >= 0) {
            bytes.unread(first);
        }
        return bytes;
    }

    /** Goes to the next start or end of an element; false at the end of the file. */
    public boolean next() {
        try {
            while (reader.hasNext()) {
                int kind = reader.next();
                if (kind == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
                if (kind == XMLStreamConstants.END_ELEMENT) {
                    line = reader.getLocation().getLineNumber();
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(
                    where() + ": not well-formed XML: "
                            + String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", ""),
                    e);
        }
    }

    public boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public String name() {
        return reader.getLocalName();
    }

    /** {@code file:line}; the last line at the end. */
    public String where() {
        line = Math.max(line, reader.getLocation().getLineNumber());
        return file + ":" + line;
    }

    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(where() + ": " + what);
    }

    /** Refuses attributes other than these. */
    public void allow(String... names) {
        List<String> known = Arrays.asList(names);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            if (!known.contains(attribute)) {
                throw wrong("<" + name() + "> has the attribute " + attribute
                        + ", which is not supported; supported are " + String.join(", ", names));
            }
        }
    }

    public String required(String attribute) {
        int at = place(attribute);
        if (at < 0) {
            throw wrong("<" + name() + "> needs the attribute " + attribute);
        }
        return reader.getAttributeValue(at);
    }

    public Optional<String> optional(String attribute) {
        int at = place(attribute);
        return at < 0 || reader.getAttributeValue(at).isBlank()
                ? Optional.empty()
                : Optional.of(reader.getAttributeValue(at));
    }

    /** Where an attribute of the element that has just started stands, -1 when it has none of that name. */
    private int place(String attribute) {
        int at = reader.getAttributeCount() - 1;
        while (at >= 0 && !reader.getAttributeLocalName(at).equals(attribute)) {
            at--;
        }
        return at;
    }

    /** An attribute out of a few words; the first one when it is absent. */
    public String word(String attribute, String... words) {
        String value = optional(attribute).orElse(words[0]);
        if (!Arrays.asList(words).contains(value)) {
            throw wrong(attribute + "=\"" + value + "\" is not supported; supported are " + String.join(", ", words));
        }
        return value;
    }
}
