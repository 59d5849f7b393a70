package clock2cloud.app.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One picocli converter a unit: {@code @Option(converter = Converters.Hertz.class) double clockHertz}. */
public final class Converters {
    private Converters() {}

    private static double convert(String text, Unit unit) {
        try {
            return Quantities.parse(text, unit);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** An ISO day. */
    public static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is no day: write 2017-07-20");
            }
        }
    }

    public static final class Hertz implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.HERTZ);
        }
    }

    public static final class Seconds implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.SECONDS);
        }
    }

    public static final class Hours implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.HOURS);
        }
    }

    public static final class Metres implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.METRES);
        }
    }

    public static final class Volts implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.VOLTS);
        }
    }

    public static final class Amperes implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.AMPERES);
        }
    }

    public static final class Ohms implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.OHMS);
        }
    }

    public static final class Farads implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.FARADS);
        }
    }

    public static final class Henries implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.HENRIES);
        }
    }

    public static final class Watts implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.WATTS);
        }
    }

    public static final class Joules implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.JOULES);
        }
    }

    public static final class Celsius implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.CELSIUS);
        }
    }

    public static final class Bytes implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.BYTES);
        }
    }

    public static final class BytesPerSecond implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.BYTES_PER_SECOND);
        }
    }

    public static final class Flops implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.FLOPS);
        }
    }

    public static final class FlopsPerSecond implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.FLOPS_PER_SECOND);
        }
    }

    public static final class Dollars implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.DOLLARS);
        }
    }

    public static final class DollarsPerHour implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.DOLLARS_PER_HOUR);
        }
    }

    public static final class Fraction implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.FRACTION);
        }
    }

    public static final class Ratio implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Converters.convert(text, Unit.RATIO);
        }
    }

    /** A whole number, also written {@code 2e9} or {@code 10_000}. */
    public static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            double value = Converters.convert(text.replace("_", ""), Unit.RATIO);
            if (!(value == Math.rint(value) && value <= 1L << 53)) {
                throw new TypeConversionException("'" + text + "' is not a whole number; write for example 2e9");
            }
            return (long) value;
        }
    }
}
