import Copydesk

/// The words that hold sentences together, in the languages of most news: prose is full of them, menus and
/// link lists are not.
enum CommonWords {
  static let all = WordSet(
    """
    the of and to in a is that for it was on with as are be this have from at by not but which or had they you were
    their has an his her she he we been would who will more when there if no out so said what its about than into
    der die das und ist in zu den nicht von sie ein mit dem des sich auf für eine als auch es an werden aus er hat dass
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man
    le la les des et en un une du que est dans qui par pour au il sur pas plus ne se ce avec sont sa cette aux ont mais
    el los las que y una por con para es se lo del al como más su pero sus le ya o este sí porque esta entre cuando muy
    il di che non è per una sono con del alla della nel anche si dei gli più ha le come da al ma lo nella delle
    o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser
    de het een en van ik te dat die niet hij is op aan met voor zijn er maar om ook als dan zich bij nog naar heeft
    och i att det som en på är av för den till inte med ett om han var jag har de sig men så nu från
    og det er at på til en som for med han af ikke har var men et den vi fra blev
    na w z że się nie do jest to jak o po co tak za od przez dla ale są jego
    a se na v je že o s z do to i za by ve který jako ale jsou bylo
    в и не на что он с как это по но из у за от его к для так же бы
    bir ve bu için ile da de olarak çok daha olan gibi en kadar sonra
    και το να του η της με που για από είναι στο τα οι την τον δεν
    on ja ei se että oli mutta kuin hän myös joka ovat
    az és hogy nem egy volt is meg de csak ez mint
    și în nu cu pe la mai este din care pentru sunt că
    yang dan di dengan untuk dari ini itu pada tidak dalam adalah akan
    của và là có cho được không trong một với các người
    في من على إلى أن التي الذي عن هذا هذه مع كان
    के में है की से को का और पर यह ने
    """)
}
