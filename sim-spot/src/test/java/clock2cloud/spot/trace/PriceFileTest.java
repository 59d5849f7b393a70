package clock2cloud.spot.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
    private static final String JSON = """
            {
                "SpotPriceHistory": [
                    {
                        "Timestamp": "2017-07-20T12:00:00.000Z",
                        "ProductDescription": "Linux/UNIX",
                        "InstanceType": "p2.xlarge",
                        "SpotPrice": "0.250000",
                        "AvailabilityZone": "us-east-1b"
                    },
                    {
                        "Timestamp": "2017-07-20T10:00:00.000Z",
                        "ProductDescription": "Linux/UNIX",
                        "InstanceType": "p2.xlarge",
                        "SpotPrice": "0.170000",
                        "AvailabilityZone": "us-east-1b"
                    }
                ]
            }
            """;

    @Test
    void theProvidersJsonNewestFirst() {
        PriceHistory history = read(JSON).history("", "", "");
        assertEquals("p2.xlarge", history.instanceType());
        assertEquals(0.17, history.path().at(7199));
        assertEquals(0.25, history.path().at(7200));
        assertTrue(history.remarks().get(0).contains("newest first"));
    }

    @Test
    void csvWithoutTimeZonesGapsAndRepeatsIsReadAndSaid() {
        PriceHistory history = read("timestamp,instance_type,spot_price\n"
                        + "2017-07-20 10:00:00,p2.xlarge,0.17\n"
                        + "2017-07-20 10:00:00,p2.xlarge,0.17\n"
                        + "2017-07-23 10:00:00,p2.xlarge,0.18\n")
                .history("", "", "");
        String said = String.join("\n", history.remarks());
        assertTrue(
                said.contains("p:2: the time here (and perhaps in later lines) has no time zone; taken as UTC"), said);
        assertTrue(said.contains("p:3: repeats line 2"), said);
        assertTrue(said.contains("p:4: 72.0 h without a change"), said);
    }

    @Test
    void plainTextSecondsAndAByteOrderMarkAreRead() {
        String plain = "SPOTPRICEHISTORY\tus-east-1a\tp2.xlarge\tLinux/UNIX\t0.1700\t2017-07-20T10:00:00.000Z\n"
                + "SPOTPRICEHISTORY\tus-east-1a\tp2.xlarge\tLinux/UNIX\t0.1800\t2017-07-20T09:00:00.000Z\n";
        assertEquals(
                0.17, read(plain).history("p2.xlarge", "us-east-1a", "").path().at(3600));
        // 2017-07-20T00:00:00Z is 17,367 days after the epoch: 17,367 * 86,400 = 1,500,508,800
        PriceHistory seconds =
                read("\uFEFFtime,price\r\n1500508800,0.2\r\n1500512400,0\r\n").history("", "", "");
        assertEquals("2017-07-20T00:00:00Z", seconds.from().toString());
        String said = String.join("\n", seconds.remarks());
        assertTrue(said.contains("p:2: the time here (and perhaps in later lines) is a bare number"), said);
        assertTrue(said.contains("p:3: the price here (and perhaps in later lines) is 0"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price;0.2 | p:1: a header with at least timestamp and spot_price was expected",
                "1500508800,0.2 | p:1: a header with at least",
                "{'SpotPriceHistory': []} | p: no price changes",
                "hello | p:1: a header with at least"
            })
    void filesThatAreNoHistoryAreRefused(String file, String message) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> read(file.strip().replace(';', '\n').replace('\'', '"')));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message.strip()), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-07-20T10:00:00Z,a,-1 | p:2: a price of -1",
                "2017-07-20T10:00:00Z,a, | p:2: SpotPrice is missing",
                "2017-07-20T10:00:00Z,a,cheap | p:2: 'cheap' is not a price",
                "yesterday,a,1 | p:2: 'yesterday' is not a time",
                "2017-07-20T10:00:00Z,a | p:2: 2 fields",
                "2017-07-20T10:00:00Z,a,1;2017-07-20T11:00:00Z,b,1 | p:3: b// is another pool",
                "2017-07-20T10:00:00Z,a,1;2017-07-20T10:00:00Z,a,2 | p:3: 2017-07-20T10:00:00Z has the price 2.0 here"
            })
    void badLinesAreNamed(String lines, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> read("timestamp,instance_type,spot_price\n"
                                + lines.strip().replace(';', '\n') + "\n")
                        .history("", "", ""));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message.strip()), refused.getMessage());
    }

    @Test
    void aTruncatedJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> read(JSON.substring(0, JSON.length() - 60)));
    }

    private static PriceFile read(String text) {
        return PriceFile.read("p", new StringReader(text));
    }
}
