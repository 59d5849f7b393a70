package clock2cloud.app.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Counts in JSON: {@code 1e6} is one, {@code 2.5} is none and is refused instead of being cut to 2. */
final class WholeNumbers extends StdScalarDeserializer<Integer> {
    private static final long serialVersionUID = 1;

    private WholeNumbers(Class<Integer> type) {
        super(type);
    }

    static SimpleModule module() {
        return new SimpleModule("whole numbers")
                .addDeserializer(int.class, new WholeNumbers(int.class))
                .addDeserializer(Integer.class, new WholeNumbers(Integer.class));
    }

    @Override
    public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && json.getDoubleValue() % 1 != 0) {
            throw JsonMappingException.from(json, json.getText() + " is no whole number");
        }
        return _parseIntPrimitive(json, context);
    }
}
