package clock2cloud.app.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredProductsTest {
    /** 195.8, 189.9 and 191.4 of 236.7 GFLOP/s: 81%; OpenBLAS 202.4, 198.3, 198.7: 84%; oneDNN 207.0, 206.1, 208.3: 88%. */
    @Test
    void peersStandBesideOursUnderThePeakOfTheSameRun() {
        StoredProducts stored = StoredProducts.shipped();
        assertEquals(List.of("clock2cloud", "oneDNN 2.6", "OpenBLAS 0.3.21", "EJML 0.44"), stored.programs());
        String title = stored.figure(1).title();
        assertTrue(title.contains("Java reach 81%"), title);
        assertTrue(title.contains("OpenBLAS 84%, oneDNN 88%"), title);
    }
}
