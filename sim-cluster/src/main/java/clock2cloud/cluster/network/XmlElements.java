package clock2cloud.cluster.network;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an XML file one after the other, with the line they stand on; nothing outside the file is read. */
public final class XmlElements {
    private final String file;
    private final XMLStreamReader reader;
    private int line;

    public XmlElements(InputStream input, String file) {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.reader = factory.createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(file + ": not XML", e);
        }
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
