/**
 * The torture messages of RFC 4475, written anew for a phone at the far end of a WebSocket: addressed to `101`, sent from a branch and a
 * Call-ID of their own, and shortened where the point of a message is not in its length. Names and clauses are the RFC's.
 */
export interface Torture {
  name: string;
  clause: string;
  what: string;
  /** Whether the RFC calls it a message that must be understood. */
  valid: boolean;
  text: string;
}

/** Lines of a template, without their indent, by CRLF; what is put in keeps its own lines. */
function sip(parts: TemplateStringsArray, ...values: string[]): string {
  const lines = parts.join('\u0001').replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  const text = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trim())).join('\r\n');
  return text.split('\u0001').reduce((before, after, index) => before + (values[index - 1] ?? '') + after);
}

const US = 'sip:101@127.0.0.1';
const CONTACT = 'Contact: <sip:caller@192.0.2.5;transport=ws>';
const SDP = [
  'v=0',
  'o=mhandley 29739 7272939 IN IP4 192.0.2.3',
  's=-',
  'c=IN IP4 192.0.2.4',
  't=0 0',
  'm=audio 49217 RTP/AVP 0 12',
  'm=video 3227 RTP/AVP 31',
  'a=rtpmap:31 LPC',
  '',
].join('\r\n');
const NUL = '\u0000';

/** The headers every request needs, named after its message. */
const usual = (name: string, method = 'INVITE') => sip`
  To: sip:101@127.0.0.1
  From: sip:caller@example.net;tag=${name}
  Max-Forwards: 70
  Call-ID: ${name}.torture
  CSeq: 1 ${method}
  Via: SIP/2.0/WS host5.example.net;branch=z9hG4bK-${name}
  ${CONTACT}`;

const valid = (name: string, clause: string, what: string, text: string): Torture => ({
  name,
  clause,
  what,
  valid: true,
  text,
});
const invalid = (name: string, clause: string, what: string, text: string): Torture => ({
  name,
  clause,
  what,
  valid: false,
  text,
});

export const TORTURE: readonly Torture[] = [
  valid(
    'wsinv',
    '3.1.1.1',
    'a short tortuous INVITE',
    sip`
    INVITE ${US};unknownparam SIP/2.0
    TO :
     sip:101@127.0.0.1
    from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>
      ;
      tag = wsinv
    MaX-fOrWaRdS: 0068
    Call-ID: wsinv.torture
    Content-Length   : ${String(SDP.length)}
    cseq: 0009
      INVITE
    Via  : SIP  /   2.0
     /WS
        192.0.2.2;branch=z9hG4bK-wsinv
    s :
    NewFangledHeader:   newfangled value
     continued newfangled value
    UnknownHeaderWithUnusualValue: ;;,,;;,;
    Content-Type: application/sdp
    Route:
     <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
    v:  SIP  / 2.0  / TCP     spindle.example.com   ;
      branch  =   z9hG4bK9ikj8  ,
     SIP  /    2.0   / UDP  192.168.255.111   ; branch=
     z9hG4bK30239
    m:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =
          newvalue ;
      secondparam ; q = 0.33

    ${SDP}`,
  ),
  valid(
    'intmeth',
    '3.1.1.2',
    'the widest range of characters',
    sip`
    !interesting-Method0123456789_*+\`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0
    Via: SIP/2.0/WS host1.example.com;branch=z9hG4bK-.!%66*_+\`'~
    To: "BEL:\\\u0007 NUL:\\${NUL} DEL:\\\u007F" <sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com>
    From: token1~\` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%="работающий";tag=_token~1'+\`*%!-.
    Call-ID: intmeth.word%ZK-!.*_+'@word\`~)(><:\\/"][?}{
    CSeq: 139122385 !interesting-Method0123456789_*+\`.%indeed'~
    Max-Forwards: 255
    extensionHeader-!.%*+_\`'~:大停電
    Content-Length: 0

    `,
  ),
  valid(
    'esc01',
    '3.1.1.3',
    'escapes where they are allowed',
    sip`
    INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0
    ${usual('esc01')}
    l: 0

    `,
  ),
  valid(
    'escnull',
    '3.1.1.4',
    'escaped nulls in addresses',
    sip`
    INVITE ${US} SIP/2.0
    To: sip:null-%00-null@example.com
    From: sip:null-%00-null@example.com;tag=escnull
    Max-Forwards: 70
    Call-ID: escnull.torture
    CSeq: 14398234 INVITE
    Via: SIP/2.0/WS host5.example.com;branch=z9hG4bK-escnull
    Contact: <sip:%00@host5.example.com>
    Contact: <sip:%00%00@host5.example.com>
    l:0

    `,
  ),
  valid(
    'esc02',
    '3.1.1.5',
    'a percent sign that is no escape',
    sip`
    RE%47IST%45R ${US} SIP/2.0
    To: "%Z%45" <sip:resource@example.com>
    From: "%Z%45" <sip:resource@example.com>;tag=esc02
    Call-ID: esc02.torture
    CSeq: 29344 RE%47IST%45R
    Via: SIP/2.0/WS host1.example.com;branch=z9hG4bK-esc02
    Max-Forwards: 70
    Contact: <sip:alias1@host1.example.com>
    C%6Fntact: <sip:alias2@host2.example.com>
    l: 0

    `,
  ),
  valid(
    'lwsdisp',
    '3.1.1.6',
    'no space between a name and its address',
    sip`
    INVITE ${US} SIP/2.0
    To: sip:user@example.com
    From: caller<sip:caller@example.com>;tag=lwsdisp
    Max-Forwards: 70
    Call-ID: lwsdisp.torture
    CSeq: 60 INVITE
    Via: SIP/2.0/WS funky.example.com;branch=z9hG4bK-lwsdisp
    ${CONTACT}
    l: 0

    `,
  ),
  valid(
    'longreq',
    '3.1.1.7',
    'long values in every header',
    sip`
    INVITE ${US} SIP/2.0
    To: "I have a user name of ${'extreme'.repeat(30)} proportion" <sip:user@example.com:6000;unknownparam1=very${'long'.repeat(40)}value;longparam${'name'.repeat(60)}=shortvalue>
    F: sip:${'amazinglylongcallername'.repeat(8)}@example.net;tag=12${'982'.repeat(60)}424;unknownheaderparam${'name'.repeat(30)}=unknown${'value'.repeat(30)};unknownValueless${'paramname'.repeat(20)}
    Call-ID: longreq.one${'really'.repeat(30)}longcallid
    CSeq: 3882340 INVITE
    Unknown${'-Long'.repeat(40)}-Name: unknown-${'long'.repeat(60)}-value; unknown-${'long'.repeat(60)}-parameter-name = unknown-${'long'.repeat(60)}-parameter-value
    Via: SIP/2.0/WS sip33.example.com;branch=z9hG4bK-longreq
    v: SIP/2.0/TCP sip32.example.com, SIP/2.0/TCP sip31.example.com
    Via: SIP/2.0/TCP host.example.com;received=192.0.2.5;branch=${'very'.repeat(50)}longbranchvalue
    Max-Forwards: 70
    Contact: <sip:${'amazinglylongcallername'.repeat(8)}@host5.example.net>
    Content-Length: 0

    `,
  ),
  valid(
    'dblreq',
    '3.1.1.8',
    'octets behind the end of a message',
    sip`
    OPTIONS ${US} SIP/2.0
    ${usual('dblreq', 'OPTIONS')}
    Content-Length: 0

    INVITE ${US} SIP/2.0
    ${usual('dblreq2')}
    Content-Length: 0

    `,
  ),
  valid(
    'semiuri',
    '3.1.1.9',
    'parameters in the user part',
    sip`
    OPTIONS sip:101;par=u%40example.net@example.com SIP/2.0
    To: sip:j_user@example.com
    From: sip:101;par=u%40example.net@example.org;tag=semiuri
    Max-Forwards: 3
    Call-ID: semiuri.torture
    CSeq: 8 OPTIONS
    Accept: application/sdp, application/pkcs7-mime, multipart/mixed
    Via: SIP/2.0/WS 192.0.2.1;branch=z9hG4bK-semiuri
    l: 0

    `,
  ),
  valid(
    'transports',
    '3.1.1.10',
    'transports known and unknown',
    sip`
    OPTIONS ${US} SIP/2.0
    To: sip:user@example.com
    From: <sip:caller@example.com>;tag=transports
    Max-Forwards: 70
    Call-ID: transports.torture
    CSeq: 60 OPTIONS
    Via: SIP/2.0/UDP t1.example.com;branch=z9hG4bK-transports
    Via: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKklasjdhf
    Via: SIP/2.0/TLS t3.example.com;branch=z9hG4bK2980unddj
    Via: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKasd0f3en
    Via: SIP/2.0/TCP t5.example.com;branch=z9hG4bK0a9idfnee
    l: 0

    `,
  ),
  valid(
    'mpart01',
    '3.1.1.11',
    'a body of several parts',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('mpart01')}
    Content-Type: multipart/mixed;boundary=7a9cbec02ceef655
    MIME-Version: 1.0

    --7a9cbec02ceef655
    Content-Type: text/plain

    Hello
    --7a9cbec02ceef655
    Content-Type: application/octet-stream

    ${NUL}\u0001\u0002\uFFFD
    --7a9cbec02ceef655--
    `,
  ),
  valid(
    'unreason',
    '3.1.1.12',
    'an unusual reason phrase',
    sip`
    SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое
    ${usual('unreason')}
    Content-Length: 0

    `,
  ),
  valid(
    'noreason',
    '3.1.1.13',
    'no reason phrase',
    'SIP/2.0 100 \r\n' +
      sip`
    ${usual('noreason')}
    Content-Length: 0

    `,
  ),
  invalid(
    'badinv01',
    '3.1.2.1',
    'separators too many',
    sip`
    INVITE ${US} SIP/2.0
    To: "101" <sip:j.user@example.com>
    From: sip:caller@example.net;tag=badinv01
    Max-Forwards: 70
    Call-ID: badinv01.torture
    CSeq: 8 INVITE
    Via: SIP/2.0/WS 192.0.2.15;;,;,,;branch=z9hG4bK-badinv01
    Contact: "Joe" <sip:joe@example.org>;;;;
    Content-Length: 0

    `,
  ),
  invalid(
    'clerr',
    '3.1.2.2',
    'a body shorter than said',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('clerr')}
    Content-Type: application/sdp
    Content-Length: 9999

    ${SDP}`,
  ),
  invalid(
    'ncl',
    '3.1.2.3',
    'a negative length',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('ncl')}
    Content-Type: application/sdp
    Content-Length: -999

    ${SDP}`,
  ),
  invalid(
    'scalar02',
    '3.1.2.4',
    'numbers too large, in a request',
    sip`
    REGISTER ${US} SIP/2.0
    Via: SIP/2.0/WS host129.example.com;branch=z9hG4bK-scalar02
    To: <sip:user@example.com>
    From: <sip:user@example.com>;tag=scalar02
    Call-ID: scalar02.torture
    CSeq: 36893488147419103232 REGISTER
    Max-Forwards: 300
    Expires: 10000000000000000000000000000000000000000000000
    Contact: <sip:user@host129.example.com>;expires=280297596632815
    Content-Length: 0

    `,
  ),
  invalid(
    'scalarlg',
    '3.1.2.5',
    'numbers too large, in a response',
    sip`
    SIP/2.0 503 Service Unavailable
    Via: SIP/2.0/WS host129.example.com;branch=z9hG4bK-scalarlg
    To: <sip:user@example.com>
    From: <sip:user@example.com>;tag=scalarlg
    Call-ID: scalarlg.torture
    CSeq: 9292394834772304023312 OPTIONS
    Retry-After: 949302838503028349304023988
    Warning: 1812 overture "In Progress"
    Content-Length: 0

    `,
  ),
  invalid(
    'quotbal',
    '3.1.2.6',
    'a quotation without an end',
    sip`
    INVITE ${US} SIP/2.0
    To: "Mr. J. User <sip:j.user@example.com>
    From: sip:caller@example.net;tag=quotbal
    Max-Forwards: 10
    Call-ID: quotbal.torture
    CSeq: 8 INVITE
    Via: SIP/2.0/WS 192.0.2.59:5050;branch=z9hG4bK-quotbal
    Contact: "Joe <sip:joe@example.org>
    l: 0

    `,
  ),
  invalid(
    'ltgtruri',
    '3.1.2.7',
    'a request address in angle brackets',
    sip`
    INVITE <${US}> SIP/2.0
    ${usual('ltgtruri')}
    l: 0

    `,
  ),
  invalid(
    'lwsruri',
    '3.1.2.8',
    'a request address with a space',
    sip`
    INVITE ${US}; lr SIP/2.0
    ${usual('lwsruri')}
    l: 0

    `,
  ),
  invalid(
    'lwsstart',
    '3.1.2.9',
    'several spaces in the first line',
    sip`
    INVITE  ${US}  SIP/2.0
    ${usual('lwsstart')}
    l: 0

    `,
  ),
  invalid(
    'trws',
    '3.1.2.10',
    'spaces at the end of the first line',
    `OPTIONS ${US} SIP/2.0  \r\n` +
      sip`
    ${usual('trws', 'OPTIONS')}
    l: 0

    `,
  ),
  invalid(
    'escruri',
    '3.1.2.11',
    'headers escaped into the request address',
    sip`
    INVITE ${US}?Route=%3Csip:example.com%3E SIP/2.0
    ${usual('escruri')}
    l: 0

    `,
  ),
  invalid(
    'baddate',
    '3.1.2.12',
    'a date in no time zone of SIP',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('baddate')}
    Date: Fri, 01 Jan 2010 16:00:00 EST
    l: 0

    `,
  ),
  invalid(
    'regbadct',
    '3.1.2.13',
    'an address without its brackets',
    sip`
    INVITE ${US} SIP/2.0
    To: sip:user@example.com
    From: sip:user@example.com;tag=regbadct
    Max-Forwards: 70
    Call-ID: regbadct.torture
    CSeq: 8 INVITE
    Via: SIP/2.0/WS 192.0.2.59;branch=z9hG4bK-regbadct
    Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E
    l: 0

    `,
  ),
  invalid(
    'badaspec',
    '3.1.2.14',
    'spaces within an address',
    sip`
    OPTIONS ${US} SIP/2.0
    To: "Watson, Thomas" < sip:t.watson@example.org >
    From: Bell, Alexander <sip:a.g.bell@example.com>;tag=badaspec
    Max-Forwards: 70
    Call-ID: badaspec.torture
    CSeq: 3923423 OPTIONS
    Via: SIP/2.0/WS host.example.com;branch=z9hG4bK-badaspec
    l: 0

    `,
  ),
  invalid(
    'baddn',
    '3.1.2.15',
    'a comma in a bare name',
    sip`
    INVITE ${US} SIP/2.0
    To: sip:t.watson@example.org
    From: Bell, Alexander <sip:a.g.bell@example.com>;tag=baddn
    Max-Forwards: 70
    Call-ID: baddn.torture
    CSeq: 31 INVITE
    Via: SIP/2.0/WS c.example.com;branch=z9hG4bK-baddn
    ${CONTACT}
    l: 0

    `,
  ),
  invalid(
    'badvers',
    '3.1.2.16',
    'a version to come',
    sip`
    INVITE ${US} SIP/7.0
    ${usual('badvers')}
    l: 0

    `,
  ),
  invalid(
    'mismatch01',
    '3.1.2.17',
    'CSeq of another method',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('mismatch01', 'OPTIONS')}
    l: 0

    `,
  ),
  invalid(
    'mismatch02',
    '3.1.2.18',
    'an unknown method, CSeq of a third',
    sip`
    NEWMETHOD ${US} SIP/2.0
    ${usual('mismatch02')}
    Content-Type: application/sdp
    l: ${String(SDP.length)}

    ${SDP}`,
  ),
  invalid(
    'bigcode',
    '3.1.2.19',
    'a status of four digits and more',
    sip`
    SIP/2.0 4294967301 better not break the receiver
    ${usual('bigcode')}
    Content-Length: 0

    `,
  ),
  valid(
    'badbranch',
    '3.2.1',
    'a branch of the cookie alone',
    sip`
    INVITE ${US} SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.org;tag=badbranch
    Max-Forwards: 6
    Call-ID: badbranch.torture
    CSeq: 8 INVITE
    Via: SIP/2.0/WS 192.0.2.1;branch=z9hG4bK
    ${CONTACT}
    l: 0

    `,
  ),
  invalid(
    'insuf',
    '3.3.1',
    'neither From, To nor Call-ID',
    sip`
    INVITE ${US} SIP/2.0
    CSeq: 193942 INVITE
    Via: SIP/2.0/WS 192.0.2.95;branch=z9hG4bK-insuf
    Content-Type: application/sdp
    l: ${String(SDP.length)}

    ${SDP}`,
  ),
  valid(
    'unkscm',
    '3.3.2',
    'a request address of an unknown scheme',
    sip`
    OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0
    ${usual('unkscm', 'OPTIONS')}
    Content-Length: 0

    `,
  ),
  valid(
    'novelsc',
    '3.3.3',
    'a known scheme that is no telephone',
    sip`
    OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0
    ${usual('novelsc', 'OPTIONS')}
    Content-Length: 0

    `,
  ),
  valid(
    'unksm2',
    '3.3.4',
    'unknown schemes in headers',
    sip`
    INVITE ${US} SIP/2.0
    To: isbn:2983792873
    From: <http://www.example.com>;tag=unksm2
    Call-ID: unksm2.torture
    CSeq: 234902 INVITE
    Max-Forwards: 70
    Via: SIP/2.0/WS 192.0.2.21;branch=z9hG4bK-unksm2
    Contact: <name:John_Smith>
    l: 0

    `,
  ),
  valid(
    'bext01',
    '3.3.5',
    'extensions nobody has heard of are required',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('bext01')}
    Require: nothingSupportsThis, nothingSupportsThisEither
    Proxy-Require: noProxiesSupportThis, norDoAnyProxiesSupportThis
    Content-Length: 0

    `,
  ),
  valid(
    'invut',
    '3.3.6',
    'a body of an unknown type',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('invut')}
    Content-Type: application/unknownformat
    Content-Length: 40

    <audio> <pcmu port="443"/> </audio> :-)
    `,
  ),
  valid(
    'regaut01',
    '3.3.7',
    'an unknown way to prove oneself',
    sip`
    REGISTER ${US} SIP/2.0
    ${usual('regaut01', 'REGISTER')}
    Authorization: NoOneKnowsThisScheme opaque-data=here
    Content-Length: 0

    `,
  ),
  invalid(
    'multi01',
    '3.3.8',
    'several values where one is allowed',
    sip`
    INVITE ${US} SIP/2.0
    CSeq: 5 INVITE
    Via: SIP/2.0/WS 192.0.2.25;branch=z9hG4bK-multi01
    Max-Forwards: 70
    Max-Forwards: 5
    To: sip:user@example.com
    From: sip:other@example.net;tag=multi01
    From: sip:other@example.net;tag=multi01-2
    Call-ID: multi01.torture
    Call-ID: multi01.torture2
    CSeq: 59 INVITE
    Contact: <sip:caller@host15.example.net>
    Contact: <sip:other@host15.example.net>
    To: sip:other@example.com;tag=toomany
    Content-Type: application/sdp
    l: ${String(SDP.length)}

    ${SDP}`,
  ),
  invalid(
    'mcl01',
    '3.3.9',
    'two lengths',
    sip`
    OPTIONS ${US} SIP/2.0
    ${usual('mcl01', 'OPTIONS')}
    Content-Length: 13
    Content-Length: 5

    There's no way to know how many octets are supposed to be here.`,
  ),
  valid(
    'bcast',
    '3.3.10',
    'a response that came by broadcast',
    sip`
    SIP/2.0 200 OK
    Via: SIP/2.0/WS 192.0.2.198;branch=z9hG4bK-bcast
    Via: SIP/2.0/WS 255.255.255.255;branch=z9hG4bK1saber23
    Call-ID: bcast.torture
    From: sip:caller@example.com;tag=bcast
    To: sip:user@example.com;tag=2229
    CSeq: 1 INVITE
    Contact: <sip:user@host22.example.com>
    Content-Length: 0

    `,
  ),
  valid(
    'zeromf',
    '3.3.11',
    'no hop left',
    sip`
    OPTIONS ${US} SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=zeromf
    Call-ID: zeromf.torture
    CSeq: 39234321 OPTIONS
    Max-Forwards: 0
    Via: SIP/2.0/WS host1.example.com;branch=z9hG4bK-zeromf
    Content-Length: 0

    `,
  ),
  valid(
    'cparam01',
    '3.3.12',
    'a parameter behind a contact',
    sip`
    REGISTER ${US} SIP/2.0
    ${usual('cparam01', 'REGISTER')}
    m: <sip:+19725552222@gw1.example.net;unknownparam>
    l: 0

    `,
  ),
  valid(
    'cparam02',
    '3.3.13',
    'a parameter of the registration',
    sip`
    REGISTER ${US} SIP/2.0
    ${usual('cparam02', 'REGISTER')}
    m: sip:+19725552222@gw1.example.net;unknownparam
    l: 0

    `,
  ),
  valid(
    'regescrt',
    '3.3.14',
    'a header within a contact',
    sip`
    REGISTER ${US} SIP/2.0
    ${usual('regescrt', 'REGISTER')}
    m: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>
    l: 0

    `,
  ),
  valid(
    'sdp01',
    '3.3.15',
    'accepts no SDP',
    sip`
    INVITE ${US} SIP/2.0
    ${usual('sdp01')}
    Accept: text/nobodyKnowsThis
    Content-Length: 0

    `,
  ),
  valid(
    'inv2543',
    '3.4.1',
    'a request of RFC 2543',
    sip`
    INVITE ${US} SIP/2.0
    Via: SIP/2.0/WS iftgw.example.com
    From: <sip:+13035551111@ift.client.example.net;user=phone>
    Record-Route: <sip:UserB@example.com;maddr=ss1.example.com>
    To: sip:+16505552222@ss1.example.net;user=phone
    Call-ID: inv2543.torture
    CSeq: 103 INVITE
    Contact: <sip:+13035551111@ift.client.example.net>
    Content-Type: application/sdp
    l: ${String(SDP.length)}

    ${SDP}`,
  ),
];
