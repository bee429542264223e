import Copydesk

/// Given names that are those of men alone, or of women alone, in English-language news. Names of both ("Alex", "Andrea",
/// "Jean", "Kim", "Robin") are left out.
enum GivenNameGenders {
  /// The gender of a given name, by its hash without regard to case; nil where it tells none.
  static func gender(_ name: UInt64) -> PersonTitle.Gender? {
    let hash = max(1, name)
    return men.contains(hash: hash) ? .male : women.contains(hash: hash) ? .female : nil
  }

  private static let men = WordSet(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr alexander alexei alfred
    ali allan allen andreas andrei andrew antonio anthony arnold arthur barack benjamin bernard bill bob boris brad bradley
    brandon brendan brett brian bruce bryan carl carlos charles christian christoph christopher clarence clifford colin
    craig curtis cyril daniel darren dave david dennis derek diego dieter dimitri dmitry dominic donald doug douglas duncan
    dylan eduardo edward edwin emmanuel enrique eric erik ernest ernesto ethan eugene evan fernando francisco frank franz
    fred frederick friedrich gareth gary gavin geoff geoffrey george gerald gerard gerhard gilbert giovanni giuseppe gordon
    graham greg gregory guillermo günter gustav hamid hans harold harry hassan heinrich helmut henry herbert howard hugh
    hugo hussein ian ibrahim igor isaac ivan ivo jack jackson jacob jacques jaime jake james jason javier jeff jeffrey jeremy
    jerome jim joachim joe joel john johannes jonas jonathan jorge josé josef joseph joshua juan julio jürgen justin karl keith
    ken kenneth kevin klaus kurt lars lawrence leonard leonardo leonid lewis liam lorenzo louis luca lucas luis luke malcolm
    manuel marco marcus mario mark markus martin matt matteo matthew maurice max michael miguel mikhail mohamed mohammad
    mohammed muhammad mustafa nathan neil nicholas nicolas nigel nikolai norman oleg oliver omar oscar oswald otto pablo
    patrick paul pedro peter petr phil philip philippe pierre pietro rafael ralph raymond ricardo richard robert roberto
    rodrigo roger roland ronald ross roy rudolf russell ryan samuel santiago scott sean sebastian sergei sergey sergio seth
    simon stanley stefan stephen steve steven stuart ted theodore thomas tim timothy todd tom tommy tony trevor tyler
    vicente victor viktor vincent vladimir walter warren wayne werner wilhelm william winston wolfgang xavier yusuf zachary
    """)

  private static let women = WordSet(
    """
    abigail ada adele agnes aisha alexandra alice alicia alison allison amanda amelia amy ana anastasia angela angelina anita
    ann anna anne annette annie antonia astrid audrey barbara beatrice bernadette beth betty beverly brenda bridget brigitte
    carla carol carolina caroline carolyn catherine cecilia charlotte cheryl chiara chloe christina christine claire clara
    claudia colleen cristina cynthia daniela danielle deborah debra denise diana diane donna dorothy edith eileen elaine
    eleanor elena elisa elisabeth elizabeth ella ellen emily emma erica erika esther eva fatima felicity fiona florence
    frances francesca franziska gabriela gail geraldine gertrude gillian giulia gloria grace greta hannah harriet heather
    heidi heike helen helena helga ida ilse ines ingrid irene irina isabel isabella isabelle jacqueline jane janet janice
    jennifer jenny jessica jill joanna joanne josephine joyce judith judy julia julie juliet karin katarina kate katherine
    kathleen kathryn katie katrin kerstin kirsten kristina laura lauren laurie leila lena lily linda lisa liz lois lorraine
    louise lucia lucy luisa lydia madeleine maggie margaret margarita maria marianne marie marina marjorie martha martina
    mary matilda maureen megan melanie melissa michelle mildred miriam molly monica monika nadia nancy naomi natalia natalie
    natasha nina nora norma olga olivia pamela patricia paula pauline penelope petra phyllis priscilla rachel rebecca regina
    renate rita roberta rosa rose rosemary ruth sabine sally samantha sandra sara sarah sharon sheila shirley silvia sofia
    sonia sophia sophie stella stephanie susan susanne suzanne svetlana sylvia tamara tania tatiana teresa theresa tina ulrike
    ursula valentina vanessa vera veronica victoria virginia wendy yvonne zoe
    """)
}
