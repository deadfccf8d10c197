package io.lakewarden.report.team;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A team's logo as the source of an image in the page. As such a drawing runs no script and loads nothing, whatever is in
 * it.
 */
final class Logo {
    static final String SVG = "logo.svg";
    static final String PNG = "logo.png";

    private static final int MOST = 1 << 17;
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Logo() {}

    /** The logo of a folder; null where it has none that can be used. */
    static String read(Path folder, Complaints complaints) {
        Path svg = folder.resolve(SVG);
        Path png = folder.resolve(PNG);
        if (!Files.exists(svg)) {
            return Files.exists(png) ? png(png, complaints) : null;
        }
        if (Files.exists(png)) {
            complaints.problem(png, "stands beside " + SVG + "; leave one of the two");
            return null;
        }
        return svg(svg, complaints);
    }

    private static String png(Path file, Complaints complaints) {
        Optional<byte[]> bytes = TeamFile.bytes(file, MOST, complaints);
        if (bytes.isPresent() && !Arrays.equals(PNG_START, Arrays.copyOf(bytes.get(), PNG_START.length))) {
            complaints.problem(file, "is no PNG; save it as one, or as " + SVG);
            return null;
        }
        return bytes.map(content -> source("png", content)).orElse(null);
    }

    private static String svg(Path file, Complaints complaints) {
        Optional<byte[]> bytes = TeamFile.bytes(file, MOST, complaints);
        if (bytes.isEmpty()) {
            return null;
        }
        try {
            String root = root(bytes.get());
            if (root.equals("{http://www.w3.org/2000/svg}svg")) {
                return source("svg+xml", bytes.get());
            }
            complaints.problem(
                    file, "is no SVG; its first element is " + root + ", expected svg in http://www.w3.org/2000/svg");
        } catch (XMLStreamException e) {
            complaints.problem(
                    file,
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
                    "is no SVG: it is not well-formed XML; export it again from the program that drew it");
        }
        return null;
    }

    /** The name of the first element of what is well-formed to its end. Nothing outside is looked up. */
    private static String root(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        int event = reader.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = reader.next();
        }
        String root = reader.getName().toString();
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private static String source(String type, byte[] content) {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
