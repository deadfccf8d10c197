package io.lakewarden.schema.tfdv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message in the text format of protocol buffers, as it was parsed: fields in their order. Readers ask for the fields
 * that they know; the rest can be listed.
 */
final class ProtoMessage {
    private final List<ProtoField> fields = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * One field.
     *
     * @param text its value where it is a scalar, without quotes and escapes
     * @param message its value where it is a message
     */
    record ProtoField(String name, int line, int column, Optional<String> text, Optional<ProtoMessage> message) {}

    void add(ProtoField field) {
        fields.add(field);
    }

    /** All fields of a name. */
    List<ProtoField> all(String name) {
        known.add(name);
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    /** The last field of a name, which is the one that counts. */
    Optional<ProtoField> last(String name) {
        List<ProtoField> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    Optional<String> text(String name) {
        return last(name).flatMap(ProtoField::text);
    }

    Optional<ProtoMessage> message(String name) {
        return last(name).flatMap(ProtoField::message);
    }

    List<String> texts(String name) {
        return all(name).stream().flatMap(field -> field.text().stream()).toList();
    }

    List<ProtoMessage> messages(String name) {
        return all(name).stream().flatMap(field -> field.message().stream()).toList();
    }

    boolean truth(String name) {
        return text(name)
                .filter(it -> it.equals("true") || it.equals("1") || it.equals("t") || it.equals("True"))
                .isPresent();
    }

    /** What nobody asked for, here and inside. */
    List<ProtoField> unread() {
        List<ProtoField> unread = new ArrayList<>();
        for (ProtoField field : fields) {
            if (!known.contains(field.name())) {
                unread.add(field);
            } else {
                field.message().ifPresent(message -> unread.addAll(message.unread()));
            }
        }
        return unread;
    }
}
