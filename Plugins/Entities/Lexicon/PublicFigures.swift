import Copydesk

/// Surnames that have stood in the news by themselves since about 2010, and hardly ever mean anything but the person:
/// of politicians above all, and of a few others. Who was known long before is not in it: those the model has learnt.
///
/// A model knows of a word what it was in the texts that it learnt from. Where those are older than a person's fame the
/// word was a company's ("Trump") or no name at all; so for a lone surname of this list the model's word does not count.
/// Names that are as well of places or words (Clinton, Pence) are left to the model.
enum PublicFigures {
  /// Whether the word with this ``CaseFolding/hash(_:)`` is one of them.
  static func contains(_ folded: UInt64) -> Bool { words.contains(hash: folded) }

  private static let words = WordSet(surnames)

  private static let surnames = """
    Abe Abiy Albanese Aliyev Aoun Ardern Assad Assange Attal Aznar Babiš Bachelet Baerbock Bannon Barnier
    Bayrou Bezos Biden Blinken Boebert Bolsonaro Boluarte Boric Borisov Borissov Borrell Bouteflika Buhari
    Bukele Buttigieg Calderón Capriles Carney Chávez Clegg Comey Corbyn Correa Cuomo
    Davutoğlu DeSantis Draghi Duda Duterte Epstein Erdogan Erdoğan Farage Fauci Fico Fillon Fujimori Gantz
    Gbagbo Ghani Giuliani Gorsuch Guaido Guaidó Guterres Habeck Hamon Hegseth Hollande Humala Imamoglu
    Ishiba İmamoğlu Jokowi Juncker Juppé Kaczynski Kaczyński Kavanaugh Kenyatta Khashoggi Kilicdaroglu
    Kishida Klobuchar Komorowski Kushner Kwarteng Kılıçdaroğlu Lapid Laschet Lavrov Leahy Lofven
    Lukashenko Lula Löfven Macri Macron Maduro Magufuli Mahathir Manafort Mattis McCarthy McConnell
    McMaster Medvedev Melenchon Meloni Merkel Merz Milei Miliband Mnangagwa Mnuchin Modi Morawiecki Morsi
    Mueller Mujica Museveni Musk Mélenchon Najib Navalny Nehammer Netanyahu Noboa Noem Nunes Obama Obrador
    Ocasio-Cortez Orban Orbán Ouattara Pashinyan Pelosi Peskov Plibersek Pompeo Poroshenko Priebus
    Prigozhin Putin Raisi Rajapaksa Rajoy Ramaphosa Ramaswamy Rayner Renzi Rohani Romney Rosenstein
    Rouhani Rousseff Rubio Ruto Rutte Salmond Salvini Samaras Sanders Sarkozy Schaeuble Scholz Schröder
    Schumer Schwarzenegger Schäuble Shapps Sheinbaum Shinawatra Shoigu Sisi Snowden Soeder Solberg Starmer
    Stefanik Steinmeier Stoltenberg Stubb Sturgeon Subianto Suga Sunak Swinney Sánchez Söder Temer
    Thunberg Tillerson Tokayev Trudeau Trump Tsai Tshisekedi Tsipras Turnbull Tusk Uribe Vance Varadkar
    Varoufakis Vizcarra Vucic Vučić Walz Warnock Weidel Weinstein Widodo Wilders Witkoff Wulff Yatsenyuk
    Yellen Zelenski Zelenskiy Zelensky Zelenskyj Zelenskyy Zeman Zemmour Zuckerberg Zuma Çavuşoğlu
    """
}
