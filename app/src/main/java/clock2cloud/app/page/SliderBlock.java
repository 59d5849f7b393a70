package clock2cloud.app.page;

/** The place of an interactive figure on a page. */
final class SliderBlock {
    private SliderBlock() {}

    /** @param name of the slider */
    static String html(String name) {
        return "";
    }
}
