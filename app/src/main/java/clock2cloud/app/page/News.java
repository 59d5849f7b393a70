package clock2cloud.app.page;

/**
 * What the server tells above a page about the numbers on it, while better ones are being made.
 *
 * @param words one sentence, plain text
 * @param over whether nothing more will come
 */
public record News(String words, boolean over) {
    /** The numbers stand as they are. */
    public static final News NONE = new News("", true);

    /** The line above the page; a script follows the news, and without scripts one reloads by hand. */
    String html() {
        return """
                <p class="news" role="status" id="c2c-news">%s</p>
                <script>
                (function(){var place=document.getElementById('c2c-news'),timer=setInterval(function(){
                fetch('api/news').then(function(r){return r.json();}).then(function(news){
                place.textContent=news.words;if(news.over){clearInterval(timer);
                var a=document.createElement('a');a.href='';a.textContent='Reload this page';place.append(' ',a,'.');}
                }).catch(function(){clearInterval(timer);place.textContent='The server has ended.';});},1000);})();
                </script>
                """.formatted(Html.escaped(words));
    }
}
