extension FunctionWords {
  /// The lists of languages in Latin letters.
  static let latin: [Entry] = [
    (
      ["en"], "the be to of and that have with",
      """
      a an in is are was were been it its for on as at by from this these those not no or but if then than so he she
      they we you i his her their our your my him them us which who whom whose what when where why how will would can
      could may might must should shall do does did has had having being also only into about over under after before
      between through during there here such some any all each both more most other very just now
      """
    ),
    (
      ["de"], "der die und das den von zu mit ist nicht",
      """
      in im dem des ein eine einen einem einer eines auf für sich auch es an am als bei nach aus um wie hat haben hatte
      hatten wird werden wurde wurden worden sein sind war waren aber oder wenn dass daß weil er sie wir ihr ich du man
      sein seine seinen seiner seinem ihre ihren ihrer ihrem unser unsere noch nur schon so zum zur vom beim über unter
      vor durch gegen ohne bis zwischen seit während kann können konnte muss müssen soll sollen sollte will wollen
      würde würden mehr sehr hier dort da dann doch diese dieser dieses diesem diesen kein keine keinen was wer wo wann
      denn also jedoch sowie bereits ihm ihn ihnen uns mich mir dich dir alle allem allen aller alles damit dazu davon
      """
    ),
    (
      ["fr"], "le la les de des et en un une que",
      """
      du au aux à est il elle ils elles on nous vous je tu ce cet cette ces qui quoi dont où dans sur sous pour par pas
      ne plus avec sans se sa son ses leur leurs mon ma mes notre nos votre vos mais ou donc or ni car comme si être
      été sont était étaient sera seront serait avoir a ont avait avaient aura auront aurait fait faire peut peuvent
      lui eux y même aussi bien très tout tous toute toutes entre vers chez contre depuis pendant après avant selon
      alors ainsi encore déjà lors afin quand qu'il qu'elle qu'un qu'une c'est n'est d'un d'une l'on ans cela ça celui
      celle ceux
      """
    ),
    (
      ["es"], "de la el que y en los las del una",
      """
      a un unos unas por para con sin se su sus no al lo le les como más pero o u e si ya es son fue fueron era eran ser
      está están estaba ha han había haber hay sido será sobre entre desde hasta hacia según tras ante contra durante
      cuando donde quien quienes cual cuales este esta esto estos estas ese esa eso esos esas aquel también muy todo
      todos toda todas otro otra otros otras él ella ellos ellas nos me te mi tu yo porque sino aunque además así
      mientras cada puede pueden tiene tienen hace hacer
      """
    ),
    (
      ["pt"], "de que o do da em um para não uma",
      """
      a e os as dos das no na nos nas com por pelo pela pelos pelas ao à aos às se seu sua seus suas mais mas ou como
      é são foi foram era eram ser está estão estava tem têm tinha ter há sido será sobre entre desde até sem sob após
      contra durante quando onde quem qual quais este esta isto estes estas esse essa isso esses essas aquele também
      muito todo todos toda todas outro outra outros outras ele ela eles elas nós me te lhe eu você porque já ainda
      assim enquanto cada pode podem num numa
      """
    ),
    (
      ["it"], "di che il la per un del è non della",
      """
      e a in da con su tra fra lo i gli le uno una al allo alla ai agli alle dal dallo dalla dai dagli dalle dello dei
      degli delle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle si se ma o ed ad anche come più sono
      era erano è stato stata stati state essere ha hanno aveva avevano avere suo sua suoi sue loro questo questa questi
      queste quello quella quelli quelle ci ne lui lei noi voi io mi ti chi cui quando dove perché poi già ancora così
      molto tutto tutti tutta tutte altro altra altri altre dopo prima senza contro durante mentre può possono
      """
    ),
    (
      ["nl"], "de het een van en dat op te zijn niet",
      """
      in is die met voor er aan als om bij ook door maar of uit naar over dan nog wel tot af zich hij zij ze we wij je
      jij ik u hem haar hun ons onze mijn jouw was waren wordt worden werd werden heeft hebben had hadden kan kunnen
      kon moet moeten zal zullen zou zouden wil willen deze dit daar hier waar wat wie wanneer hoe omdat toen al meer
      veel geen tegen onder tussen tijdens na sinds zonder zo nu alle andere
      """
    ),
    (
      ["sv"], "och att det som en på är av för inte",
      """
      i den ett med till har de han hon om var sig men så från vid kan när ska skulle också efter under över mellan
      mot utan genom hade blev blir bli vara varit finns eller än där här nu då vi ni jag du dem deras hans hennes sin
      sitt sina denna detta dessa vad vem vilka vilken vilket mycket mer alla andra någon något några ingen inget får
      fick måste vill hur eftersom
      """
    ),
    (
      ["da"], "og det at som en på er af ikke til",
      """
      i den et med har de han hun om var sig men så fra ved kan når skal skulle også efter under over mellem mod uden
      gennem havde blev bliver blive være været eller end der her nu da vi jeg du dem deres hans hendes sin sit sine
      denne dette disse hvad hvem hvilke meget mere alle andre nogen noget nogle ingen får fik må vil hvor hvis for
      """
    ),
    (
      ["no", "nb", "nn"], "og det som en på er av ikke til å",
      """
      i den et ei eit med har de han hun om var seg men så fra frå ved kan når skal skulle også etter under over mellom
      mot uten gjennom hadde ble blir bli være vært eller enn der her nå da vi jeg eg du dem deres hans hennes sin sitt
      sine denne dette disse hva hvem hvilke mye mer alle andre noen noe ingen får fikk må vil hvor hvis for at ikkje
      vart vere
      """
    ),
    (
      ["fi"], "ja on ei että se oli hän mutta myös kun",
      """
      ovat olivat olla ollut en et emme ette eivät tai sekä kuin jos joka jotka mikä mitä kuka hänen heidän he me te
      minä sinä tämä tämän nämä tuo ne sen siitä siinä niin nyt vain vielä jo koska kanssa mukaan ennen jälkeen ilman
      yli alle noin hyvin enemmän kaikki muut muun muassa voi voivat pitää joten vaikka
      """
    ),
    (
      ["pl"], "i w na z się nie do że jest to",
      """
      o a od po za dla przez przy pod nad jak ale lub oraz czy także też tylko już jeszcze są był była było były być
      będzie będą ma mają miał może mogą ten ta te tego tej tym tych który która które których którzy co kto gdy gdzie
      jego jej ich on ona oni one my wy ja ty mu go im ze we bardzo bardziej więcej wszystkie inne między przed bez
      podczas według ponieważ
      """
    ),
    (
      ["cs"], "a v se na je že s z do to",
      """
      i o k ve ze za pro po při od u by jako ale nebo však také už jen ještě jsou byl byla bylo byli být bude budou má
      mají měl může mohou ten ta ty toho tím který která které kteří co kdo když kde jeho její jejich on ona oni my vy
      já si mu ho jim nad pod před mezi bez podle proto protože velmi více všechny jiné tak pak není
      """
    ),
    (
      ["sk"], "a v sa na je že s z do to",
      """
      i o k vo zo za pre po pri od u by ako ale alebo však aj tiež už len ešte sú bol bola bolo boli byť bude budú má
      majú mal môže môžu ten tá tie toho tým ktorý ktorá ktoré ktorí čo kto keď kde jeho jej ich on ona oni my vy ja si
      mu ho im nad pod pred medzi bez podľa preto pretože veľmi viac všetky iné tak potom nie
      """
    ),
    (
      ["sl"], "in je v na za se da so z ki",
      """
      ne pa po od do pri o s kot tudi ali bi bo bil bila bilo bili biti ima imajo lahko ta to ti tega tem kateri katera
      ko kdaj kje njegov njen njihov on ona oni mi vi jaz si mu ga jim nad pod pred med brez ker zato zelo več vse drugi
      tako še že ni iz k h
      """
    ),
    (
      ["hr", "bs"], "i je u na se da za su od koji",
      """
      ne o s sa po do iz pri kao ali ili te već još samo bi će bio bila bilo bili biti ima imaju može mogu taj ta to tog
      tom koja koje kojih što tko kad kada gdje njegov njihov on ona oni mi vi ja si mu ga im nad pod pred između bez
      jer vrlo više sve drugi tako nije nisu a
      """
    ),
    (
      ["ro"], "de și în la cu pe că din nu o",
      """
      a al ale ai un une unui unei este sunt era erau fi fost va vor ar are au avea sau dar iar ca să se mai care ce cine
      când unde cum pentru prin după până fără sub peste între despre către el ea ei ele noi voi eu tu lui lor său sa
      acest această aceste acestui foarte tot toate alt alte doar deja încă dacă deoarece
      """
    ),
    (
      ["hu"], "a az és hogy nem is egy meg ez csak",
      """
      de ha volt voltak van vannak lesz lett lehet kell már még mint vagy azt ezt ki mi aki ami amely amelyek akik el fel
      le be ő ők én te ti minden más nagyon több után előtt alatt szerint között ellen nélkül majd sem pedig illetve
      valamint mert így úgy itt ott amikor
      """
    ),
    (
      ["tr"], "ve bir bu da de için ile olarak çok olan",
      """
      ne o şu ki mi mı daha en gibi kadar sonra önce göre ancak ama veya ya hem her değil var yok olduğu oldu olacak
      olduğunu ise diye tarafından bunu onun onu onlar ben sen biz siz kendi bütün tüm başka üzere arasında karşı
      üzerine nasıl neden nerede şey
      """
    ),
    (
      ["id", "ms"], "yang dan di ini dengan untuk dari itu tidak pada",
      """
      ke dalam adalah akan oleh juga sebagai telah sudah dapat bisa ada atau karena saat lebih kepada tersebut mereka
      kami kita dia ia saya anda para secara bahwa namun tetapi jika ketika setelah sebelum antara bagi hingga seperti
      masih harus lagi sangat semua lain hanya serta belum
      """
    ),
    (
      ["vi"], "và của là có cho không được trong các một",
      """
      với những này đã người khi đến từ về để như cũng ra vào tại ở theo trên sẽ đang bị do hay hoặc nhưng nếu thì mà
      vì nên rất nhiều hơn còn phải sau trước đó đây họ ông bà tôi chúng ta mình cả các
      """
    ),
    (
      ["ca"], "de la que el i en els les per amb",
      """
      a un una uns unes del dels al als es se seu seva seus seves no més però o com és són va van ser estar està ha han
      havia hi ho li els sobre entre des fins sense contra durant quan on qui què aquest aquesta aquests aquestes també
      molt tot tots tota totes altre altres ell ella nosaltres jo perquè ja encara així
      """
    ),
  ]
}
