package io.lakewarden.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.lakewarden.result.MetricValue;
import java.io.IOException;

/**
 * How a {@link MetricValue} is written: an exact one as a number, one with bounds as
 * {@code {"value": v, "lower": l, "upper": u}}, an unknown one as {@code {"unknown": "reason"}}.
 */
final class MetricValueModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    MetricValueModule() {
        super("metric-value");
        addSerializer(MetricValue.class, new Serializer());
        addDeserializer(MetricValue.class, new Deserializer());
    }

    private static final class Serializer extends StdSerializer<MetricValue> {
        private static final long serialVersionUID = 1L;

        Serializer() {
            super(MetricValue.class);
        }

        @Override
        public void serialize(MetricValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value instanceof MetricValue.Known known && known.exact()) {
                json.writeNumber(known.value());
                return;
            }
            json.writeStartObject();
            if (value instanceof MetricValue.Known known) {
                json.writeNumberField("value", known.value());
                json.writeNumberField("lower", known.lower());
                json.writeNumberField("upper", known.upper());
            } else if (value instanceof MetricValue.Unknown unknown) {
                json.writeStringField("unknown", unknown.reason());
            }
            json.writeEndObject();
        }
    }

    private static final class Deserializer extends StdDeserializer<MetricValue> {
        private static final long serialVersionUID = 1L;

        Deserializer() {
            super(MetricValue.class);
        }

        @Override
        public MetricValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            try {
                if (node.isNumber()) {
                    return MetricValue.exactly(node.doubleValue());
                }
                if (node.size() == 1 && node.path("unknown").isTextual()) {
                    return MetricValue.unknown(node.path("unknown").textValue());
                }
                if (node.size() == 3
                        && node.path("value").isNumber()
                        && node.path("lower").isNumber()
                        && node.path("upper").isNumber()) {
                    return MetricValue.between(
                            node.path("value").doubleValue(),
                            node.path("lower").doubleValue(),
                            node.path("upper").doubleValue());
                }
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
            return context.reportInputMismatch(
                    this, "expected a number, {\"value\", \"lower\", \"upper\"} or {\"unknown\": reason}");
        }
    }
}
