package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    @Test
    void everyRowComesOnceInAnOrderOfItsEpoch() {
        RowOrder order = new RowOrder(7);
        int[] first = order.shuffled(1000, 0).clone();
        int[] second = order.shuffled(1000, 1).clone();
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(first, new RowOrder(7).shuffled(1000, 0));
        assertFalse(Arrays.equals(first, new RowOrder(8).shuffled(1000, 0)));
        Arrays.sort(first);
        assertArrayEquals(RowOrder.inTurn(1000), first);
    }
}
